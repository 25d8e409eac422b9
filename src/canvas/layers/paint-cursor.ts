import type { Box } from "../../board/bounds.js";
import type { Point } from "../../board/point.js";
import { readableOn } from "../../picture/palette.js";
import { UI_FONT } from "../../picture/text.js";
import { prepareText } from "../painters/text.js";
import type { CursorMark } from "./marks.js";

/** CSS pixels. */
const TAG_FONT_SIZE = 12;
const TAG_HEIGHT = 20;
const TAG_PADDING = 6;
const TAG_MAX_WIDTH = 160;
/** Where the name's left top corner is from the tip, CSS pixels. */
const TAG_PLACE = { x: 12, y: 14 };
/** The arrow of a cursor from its tip, CSS pixels. */
const ARROW: readonly (readonly [number, number])[] = [
  [0, 0],
  [4.5, 15],
  [7.5, 8.5],
  [14, 6],
];

/** All that a cursor may touch, from its tip, CSS pixels. */
export const CURSOR_REACH: Box = { x: -1, y: -1, w: 1 + TAG_PLACE.x + TAG_MAX_WIDTH, h: 1 + TAG_PLACE.y + TAG_HEIGHT };

/** Paints somebody's cursor with its name; `x` and `y` are CSS pixels. */
export function paintCursor(
  context: CanvasRenderingContext2D,
  { name, color, opacity }: CursorMark,
  { x, y }: Point,
): void {
  context.save();
  context.translate(x, y);
  context.globalAlpha = opacity;
  context.beginPath();
  for (const point of ARROW) context.lineTo(...point);
  context.closePath();
  context.fillStyle = color;
  context.strokeStyle = readableOn(color);
  context.lineJoin = "round";
  context.lineWidth = 1;
  context.fill();
  context.stroke();
  if (name) paintTag(context, name, color);
  context.restore();
}

function paintTag(context: CanvasRenderingContext2D, name: string, color: string): void {
  prepareText(context, `600 ${TAG_FONT_SIZE}px ${UI_FONT}`, "middle");
  const width = Math.min(TAG_MAX_WIDTH, context.measureText(name).width + 2 * TAG_PADDING);
  context.translate(TAG_PLACE.x, TAG_PLACE.y);
  context.beginPath();
  context.roundRect(0, 0, width, TAG_HEIGHT, 4);
  context.fillStyle = color;
  context.fill();
  context.clip();
  context.fillStyle = readableOn(color);
  context.fillText(name, TAG_PADDING, TAG_HEIGHT / 2 + 0.5);
}
