import type { InkShape, Shape } from "../../signal/shape.js";
import { isKnownShape, pointsOf } from "../../signal/shape.js";
import type { Geometry, GeometryPart } from "./geometry.js";
import { drawOutline, inkOutline } from "./ink-outline.js";
import type { Path } from "./path.js";
import { boxParts, lineParts, type RoughOp, type RoughPart } from "./rough-parts.js";

/**
 * Makes a shape's paths: the dear part of drawing it. Text and unknown kinds have none. Throws `bad-argument` for ink
 * that is not loaded.
 *
 * @param newPath gives an empty path.
 */
export function geometryOf<P extends Path>(shape: Shape, newPath: () => P): Geometry<P> {
  if (!isKnownShape(shape)) return [];
  switch (shape.kind) {
    case "ink":
      return inkGeometry(shape, newPath);
    case "rectangle":
    case "ellipse":
    case "diamond":
    case "triangle":
    case "star":
      return boxParts(shape).map((part) => roughGeometry(part, newPath()));
    case "line":
    case "arrow":
      return lineParts(shape).map((part) => roughGeometry(part, newPath()));
    case "text":
    case "note":
    case "image":
    case "frame":
      return [];
  }
}

/** The outline of a stroke, finished or not. */
export function inkGeometry<P extends Path>(
  ink: Pick<InkShape, "points" | "step" | "size">,
  newPath: () => P,
): Geometry<P> {
  const path = newPath();
  drawOutline(path, inkOutline(pointsOf(ink), ink.step, ink.size));
  return [{ path, paint: "ink", width: 0 }];
}

function roughGeometry<P extends Path>({ ops, paint, width }: RoughPart, path: P): GeometryPart<P> {
  for (const { op, data } of ops) addOp(path, op, data);
  return { path, paint, width };
}

function addOp(path: Path, op: RoughOp["op"], [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: readonly number[]): void {
  if (op === "move") path.moveTo(a, b);
  else if (op === "lineTo") path.lineTo(a, b);
  else path.bezierCurveTo(a, b, c, d, e, f);
}
