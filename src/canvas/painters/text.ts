import { LINE_HEIGHT } from "../../board/bounds.js";
import { inkColor, type Theme } from "../../picture/palette.js";
import { textFont } from "../../picture/text.js";
import type { TextShape } from "../../signal/shape.js";

/** Makes a context ready to write, from the left; else it would follow the page that the view stands in. */
export function prepareText(context: CanvasRenderingContext2D, font: string, baseline: CanvasTextBaseline): void {
  context.font = font;
  context.textBaseline = baseline;
  context.textAlign = "left";
  context.direction = "ltr";
}

/** Paints lines of text, each in the middle of its line's height as CSS lays them out. */
export function paintText(context: CanvasRenderingContext2D, { text, fontSize, color }: TextShape, theme: Theme): void {
  prepareText(context, textFont(fontSize), "alphabetic");
  context.fillStyle = inkColor(color, theme);
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = context.measureText("");
  const lineHeight = fontSize * LINE_HEIGHT;
  const baseline = (lineHeight - ascent - descent) / 2 + ascent;
  text.split("\n").forEach((line, index) => context.fillText(line, 0, baseline + index * lineHeight));
}
