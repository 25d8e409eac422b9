import type { CustomShapes } from "../../picture/custom/custom-shapes.js";
import { fillColor, inkColor, type Theme } from "../../picture/palette.js";
import { isKnownShape, type Shape } from "../../signal/shape.js";
import type { Paths } from "./paths.js";
import { paintText } from "./text.js";
import { paintCustom } from "./custom.js";

/** What a painter needs besides the shape. */
export interface PaintKit {
  readonly theme: Theme;
  readonly pathsOf: (shape: Shape) => Paths;
  /** The kinds of shapes that the app has declared. */
  readonly custom: CustomShapes;
}

/**
 * Paints a shape. The context stands at the shape's own place (`x`, `y`), in board units, and is as new otherwise; it
 * is left so: what is painted must not depend on what was painted before.
 */
export function paintShape(context: CanvasRenderingContext2D, shape: Shape, kit: PaintKit): void {
  context.save();
  if (!isKnownShape(shape)) paintCustom(context, shape, kit.custom, kit.theme);
  else if (shape.kind === "text") paintText(context, shape, kit.theme);
  else paintPaths(context, kit.pathsOf(shape), shape.color, kit.theme);
  context.restore();
}

/** Paints paths in a shape's colour. */
export function paintPaths(context: CanvasRenderingContext2D, paths: Paths, color: string, theme: Theme): void {
  for (const { path, paint, width } of paths) {
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
