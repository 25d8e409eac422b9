import type { Geometry } from "../../picture/geometry/geometry.js";
import { geometryOf, inkGeometry } from "../../picture/geometry/geometry-of.js";
import type { InkShape, Shape } from "../../signal/shape.js";

/** A shape's geometry as a canvas paints it. */
export type Paths = Geometry<Path2D>;

/** The paths of a shape. Throws `bad-argument` for ink that is not loaded. */
export function pathsOf(shape: Shape): Paths {
  return geometryOf(shape, newPath);
}

/** The paths of a stroke, finished or not. */
export function inkPaths(ink: Pick<InkShape, "points" | "step" | "size">): Paths {
  return inkGeometry(ink, newPath);
}

function newPath(): Path2D {
  return new Path2D();
}
