import { ownBoxOf } from "../../board/bounds.js";
import type { CustomShapes } from "../../picture/custom/custom-shapes.js";
import type { Theme } from "../../picture/palette.js";
import { unknownLabel } from "../../picture/unknown.js";
import type { UnknownShape } from "../../signal/shape.js";
import { paintDrawing } from "./drawing.js";
import { paintUnknown } from "./unknown.js";

/** Paints a custom shape as the app has declared it; one that is not declared, or cannot be painted, as a labelled box. */
export function paintCustom(
  context: CanvasRenderingContext2D,
  shape: UnknownShape,
  custom: CustomShapes,
  theme: Theme,
): void {
  const drawn = custom.draw(shape, theme);
  if (!drawn || "error" in drawn) {
    paintUnknown(context, shape, theme, unknownLabel(shape.kind, drawn?.error));
    return;
  }
  const { x, y, w, h } = ownBoxOf(shape);
  const reach = custom.reachOf(shape);
  context.translate(x, y);
  context.beginPath();
  context.rect(-reach, -reach, w + 2 * reach, h + 2 * reach);
  context.clip();
  paintDrawing(context, drawn.drawing, shape, theme);
}
