import type { InkShape, Shape } from "../../signal/shape.js";
import { isKnownShape, pointsOf } from "../../signal/shape.js";
import type { Geometry } from "./geometry.js";
import { inkOutline, outlinePath } from "./ink-outline.js";
import { boxParts, lineParts, type RoughOp, type RoughPart } from "./rough-parts.js";

/** Makes a shape's paths: the dear part of drawing it. Text and unknown kinds have none. */
export function geometryOf(shape: Shape): Geometry {
  if (!isKnownShape(shape)) return [];
  switch (shape.kind) {
    case "ink":
      return inkGeometry(shape);
    case "rectangle":
    case "ellipse":
      return boxParts(shape).map(roughGeometry);
    case "line":
    case "arrow":
      return lineParts(shape).map(roughGeometry);
    case "text":
      return [];
  }
}

/** The outline of a stroke, finished or not. */
export function inkGeometry(ink: Pick<InkShape, "points" | "step" | "size">): Geometry {
  return [{ path: outlinePath(inkOutline(pointsOf(ink), ink.step, ink.size)), paint: "ink", width: 0 }];
}

function roughGeometry({ ops, paint, width }: RoughPart) {
  const path = new Path2D();
  for (const { op, data } of ops) addOp(path, op, data);
  return { path, paint, width };
}

function addOp(path: Path2D, op: RoughOp["op"], [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: readonly number[]): void {
  if (op === "move") path.moveTo(a, b);
  else if (op === "lineTo") path.lineTo(a, b);
  else path.bezierCurveTo(a, b, c, d, e, f);
}
