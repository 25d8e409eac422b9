import { colorOf, highlighterBlend, isHighlighter, opacityOf, type Light } from "../../picture/colors.js";
import type { PathPart } from "../../picture/geometry/geometry.js";
import { lineWidth } from "../../picture/geometry/line-width.js";
import { propOf } from "../../signal/optional.js";
import type { InkHeader, Shape } from "../../signal/shape.js";
import { paintPath } from "./paint-shape.js";

/** How far a laser glows, to its width. */
const GLOW = 3;
/** How far a blurred shadow can be seen, to its blur: three times the deviation, which is half of the blur. */
const BLUR_REACH = 1.5;
/** How much of what is below a highlighter hides where its colour cannot be mixed with it. */
const UNMIXED = 0.5;

/** A stroke under construction, at its place. */
export interface PaintedStroke {
  readonly shape: InkHeader;
  readonly paths: readonly PathPart<Path2D>[];
  /** From 0 to 1, besides what the shape itself has. */
  readonly opacity: number;
}

/** How a canvas with just these strokes is laid on what is below it: a CSS `mix-blend-mode`. */
export function blendOf(shapes: readonly InkHeader[], { theme }: Light): "multiply" | "screen" | "normal" {
  return shapes.length > 0 && shapes.every(isHighlighter) ? highlighterBlend(theme) : "normal";
}

/** How far a stroke under construction shines beyond its outline, in board units. */
export function glowOf(shape: InkHeader): number {
  return propOf(shape, "brush") === "laser" ? lineWidth(shape.size) * GLOW * BLUR_REACH : 0;
}

/** Paints a stroke under construction. The context stands at its place, in board units. */
export function paintStroke(
  context: CanvasRenderingContext2D,
  { shape, paths, opacity }: PaintedStroke,
  light: Light,
  { isMixed, scale }: { readonly isMixed: boolean; readonly scale: number },
): void {
  const color = colorOf("ink", shape as Shape, light);
  context.save();
  context.globalAlpha = opacity * opacityOf(shape) * (isHighlighter(shape) && !isMixed ? UNMIXED : 1);
  if (propOf(shape, "brush") === "laser") {
    // Shadows are measured in device pixels.
    context.shadowColor = color;
    context.shadowBlur = lineWidth(shape.size) * GLOW * scale;
  }
  for (const path of paths) paintPath(context, path, color);
  context.restore();
}
