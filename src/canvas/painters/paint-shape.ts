import { isKnownShape, type Shape } from "../../signal/shape.js";
import type { Theme } from "../board-view.js";
import type { Geometry } from "../geometry/geometry.js";
import { fillColor, inkColor } from "../palette.js";
import { paintText } from "./text.js";
import { paintUnknown } from "./unknown.js";

/** What a painter needs besides the shape. */
export interface PaintKit {
  readonly theme: Theme;
  readonly geometryOf: (shape: Shape) => Geometry;
}

/**
 * Paints a shape. The context stands at the shape's own place (`x`, `y`), in board units, and is as new otherwise; it
 * is left so: what is painted must not depend on what was painted before.
 */
export function paintShape(context: CanvasRenderingContext2D, shape: Shape, kit: PaintKit): void {
  context.save();
  if (!isKnownShape(shape)) paintUnknown(context, shape, kit.theme);
  else if (shape.kind === "text") paintText(context, shape, kit.theme);
  else paintGeometry(context, kit.geometryOf(shape), shape.color, kit.theme);
  context.restore();
}

/** Paints paths in a shape's colour. */
export function paintGeometry(
  context: CanvasRenderingContext2D,
  geometry: Geometry,
  color: string,
  theme: Theme,
): void {
  for (const { path, paint, width } of geometry) {
    if (paint === "stroke") {
      context.strokeStyle = inkColor(color, theme);
      context.lineWidth = width;
      context.lineCap = "round";
      context.lineJoin = "round";
      context.stroke(path);
    } else {
      context.fillStyle = paint === "ink" ? inkColor(color, theme) : fillColor(color, theme);
      context.fill(path);
    }
  }
}
