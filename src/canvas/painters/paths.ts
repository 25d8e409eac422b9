import type { Geometry, PathPart } from "../../picture/geometry/geometry.js";
import { geometryOf, inkGeometry } from "../../picture/geometry/geometry-of.js";
import type { InkLook } from "../../picture/geometry/ink-outline.js";
import type { Shape } from "../../signal/shape.js";
import { measureLine } from "../measure-text.js";

/** A shape's geometry as a canvas paints it. */
export type Drawing = Geometry<Path2D>;

/** What is drawn for a shape. Throws `bad-argument` for ink that is not loaded. */
export function drawingOf(shape: Shape): Drawing {
  return geometryOf(shape, newPath, measureLine);
}

/** The paths of a stroke, finished or not. */
export function inkPaths(ink: InkLook): readonly PathPart<Path2D>[] {
  return inkGeometry(ink, newPath);
}

function newPath(): Path2D {
  return new Path2D();
}
