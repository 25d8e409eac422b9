import { boundsOf } from "../../board/bounds.js";
import { inkColor, type Theme } from "../../picture/palette.js";
import { UI_FONT } from "../../picture/text.js";
import { UNKNOWN_LOOK, unknownLabel } from "../../picture/unknown.js";
import type { UnknownShape } from "../../signal/shape.js";
import { prepareText } from "./text.js";

/** Paints a shape of a kind this version does not know (see picture/unknown.ts). */
export function paintUnknown(context: CanvasRenderingContext2D, shape: UnknownShape, theme: Theme): void {
  const { color, lineWidth, dash, fontSize, padding } = UNKNOWN_LOOK;
  const { x, y, w, h } = boundsOf(shape);
  context.translate(x - shape.x, y - shape.y);
  context.beginPath();
  context.rect(0, 0, w, h);
  context.strokeStyle = inkColor(color, theme);
  context.lineWidth = lineWidth;
  context.setLineDash(dash);
  context.stroke();
  context.clip();
  prepareText(context, `${fontSize}px ${UI_FONT}`, "top");
  context.fillStyle = inkColor(color, theme);
  context.fillText(unknownLabel(shape.kind), padding, padding);
}
