import { LINE_HEIGHT } from "../../board/bounds.js";
import type { TextShape } from "../../signal/shape.js";
import type { Theme } from "../board-view.js";
import { inkColor } from "../palette.js";

/** The font family of everything written on a canvas. */
export const TEXT_FONT = "ui-sans-serif, system-ui, sans-serif";

/**
 * The CSS font of everything written on a canvas. An editor that stands in a text shape's place uses it too, with
 * {@link LINE_HEIGHT}.
 */
export function textFont(fontSize: number): string {
  return `${fontSize}px ${TEXT_FONT}`;
}

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
