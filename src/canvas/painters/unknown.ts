import { boundsOf } from "../../board/bounds.js";
import type { UnknownShape } from "../../signal/shape.js";
import type { Theme } from "../board-view.js";
import { inkColor } from "../palette.js";
import { prepareText, textFont } from "./text.js";

const FONT_SIZE = 13;
const PADDING = 6;

/** Paints a shape of a kind this version does not know: a dashed box with the kind's name, so that it is not lost. */
export function paintUnknown(context: CanvasRenderingContext2D, shape: UnknownShape, theme: Theme): void {
  const { x, y, w, h } = boundsOf(shape);
  context.translate(x - shape.x, y - shape.y);
  context.beginPath();
  context.rect(0, 0, w, h);
  context.strokeStyle = inkColor("grey", theme);
  context.lineWidth = 1;
  context.setLineDash([6, 4]);
  context.stroke();
  context.clip();
  prepareText(context, textFont(FONT_SIZE), "top");
  context.fillStyle = inkColor("grey", theme);
  context.fillText(shape.kind.slice(1), PADDING, PADDING);
}
