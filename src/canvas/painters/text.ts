import { LINE_HEIGHT } from "../../board/bounds.js";
import type { TextPart } from "../../picture/geometry/geometry.js";
import { textFont } from "../../picture/text.js";

const ALIGNS = { start: "left", middle: "center", end: "right" } as const;

/** Makes a context ready to write, from the left; else it would follow the page that the view stands in. */
export function prepareText(context: CanvasRenderingContext2D, font: string, baseline: CanvasTextBaseline): void {
  context.font = font;
  context.textBaseline = baseline;
  context.textAlign = "left";
  context.direction = "ltr";
}

/** Paints lines of text, each in the middle of its line's height as CSS lays them out. */
export function paintText(context: CanvasRenderingContext2D, part: TextPart, color: string): void {
  const { lines, x, y, anchor, font, fontSize } = part;
  prepareText(context, textFont(fontSize, font), "alphabetic");
  context.textAlign = ALIGNS[anchor];
  context.fillStyle = color;
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = context.measureText("");
  const lineHeight = fontSize * LINE_HEIGHT;
  const baseline = y + (lineHeight - ascent - descent) / 2 + ascent;
  const written = anchor === "start" ? lines : lines.map((line) => line.trimEnd());
  written.forEach((line, index) => context.fillText(line, x, baseline + index * lineHeight));
}
