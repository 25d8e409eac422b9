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

/** A pencil before the name of one who draws, from the middle of the tag's start, CSS pixels. */
const PENCIL: readonly (readonly [number, number])[] = [
  [0, 5],
  [0.8, 1.8],
  [6.4, -3.8],
  [8.8, -1.4],
  [3.2, 4.2],
];
const PENCIL_WIDTH = 13;

/** All that a cursor may touch, from its tip, CSS pixels. */
export const CURSOR_REACH: Box = { x: -1, y: -1, w: 1 + TAG_PLACE.x + TAG_MAX_WIDTH, h: 1 + TAG_PLACE.y + TAG_HEIGHT };

/** Paints somebody's cursor with its name; `x` and `y` are CSS pixels. */
export function paintCursor(
  context: CanvasRenderingContext2D,
  { name, color, opacity, isDrawing }: CursorMark,
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
  if (name) paintTag(context, name, color, isDrawing);
  context.restore();
}

function paintTag(context: CanvasRenderingContext2D, name: string, color: string, isDrawing: boolean): void {
  prepareText(context, `600 ${TAG_FONT_SIZE}px ${UI_FONT}`, "middle");
  const sign = isDrawing ? PENCIL_WIDTH : 0;
  const width = Math.min(TAG_MAX_WIDTH, context.measureText(name).width + 2 * TAG_PADDING + sign);
  context.translate(TAG_PLACE.x, TAG_PLACE.y);
  context.beginPath();
  context.roundRect(0, 0, width, TAG_HEIGHT, 4);
  context.fillStyle = color;
  context.fill();
  context.clip();
  context.fillStyle = readableOn(color);
  context.fillText(name, TAG_PADDING + sign, TAG_HEIGHT / 2 + 0.5);
  if (!isDrawing) return;
  context.beginPath();
  for (const [x, y] of PENCIL) context.lineTo(TAG_PADDING + x, TAG_HEIGHT / 2 + y);
  context.fill();
}
