import type { Point } from "../../board/point.js";
import { patternColor } from "../../picture/palette.js";
import { PATTERN } from "../../picture/paper.js";
import type { Paper } from "../../signal/signal.js";
import type { ImageOf } from "./paint-shape.js";

/** The nearest that lines and dots come to each other, in CSS pixels. */
const NEAREST = 12;

/** What decides how a page's paper looks. */
export interface PaperLook {
  /** Null is plain paper. */
  readonly paper: Paper | null;
  /** Its colour, `#rrggbb`. */
  readonly pageColor: string;
  /** Device pixels to a board unit. */
  readonly scale: number;
  readonly devicePixelRatio: number;
  readonly imageOf: ImageOf;
}

/** A square of device pixels. */
interface Square extends Point {
  readonly side: number;
}

/**
 * Fills a square of a canvas with a page's paper, and nothing beside it.
 *
 * @param place device pixels from the board's origin to the square's corner.
 */
export function paintPaper(context: CanvasRenderingContext2D, square: Square, place: Point, look: PaperLook): void {
  context.fillStyle = look.pageColor;
  context.fillRect(square.x, square.y, square.side, square.side);
  if (!look.paper) return;
  context.fillStyle = patternColor(look.pageColor);
  for (const mark of marksIn(look.paper.pattern, square.side, place, look)) fillWithin(context, mark, square);
  if (look.paper.asset !== "") paintPicture(context, square, place, look.paper, look);
}

type Mark = readonly [x: number, y: number, w: number, h: number];

/** The pattern's lines or dots, from the square's corner. Each is on whole pixels, so that it is sharp. */
function* marksIn(pattern: string, side: number, place: Point, look: PaperLook): Iterable<Mark> {
  if (pattern === "plain") return;
  const thick = Math.max(1, Math.round(look.devicePixelRatio));
  const columns = pattern === "lines" ? [] : [...placesIn(place.x, side, look)];
  const rows = [...placesIn(place.y, side, look)];
  if (pattern === "dots") {
    const dot = thick * PATTERN.dot;
    for (const x of columns)
      for (const y of rows) yield [x - thick * PATTERN.dotBefore, y - thick * PATTERN.dotBefore, dot, dot];
    return;
  }
  if (pattern !== "grid" && pattern !== "lines") return;
  for (const x of columns) yield [x, 0, thick, side];
  for (const y of rows) yield [0, y, side, thick];
}

/** Where the pattern repeats in the square, and right before and after it. */
function* placesIn(from: number, side: number, { scale, devicePixelRatio }: PaperLook): Iterable<number> {
  let step = PATTERN.step * scale;
  while (step < NEAREST * devicePixelRatio) step *= 2;
  const last = Math.ceil((from + side) / step);
  for (let index = Math.floor(from / step); index <= last; index++) yield Math.round(index * step) - from;
}

function fillWithin(context: CanvasRenderingContext2D, [x, y, w, h]: Mark, square: Square): void {
  const [left, top] = [Math.max(0, x), Math.max(0, y)];
  const [right, bottom] = [Math.min(square.side, x + w), Math.min(square.side, y + h)];
  if (right > left && bottom > top) context.fillRect(square.x + left, square.y + top, right - left, bottom - top);
}

function paintPicture(
  context: CanvasRenderingContext2D,
  { x, y, side }: Square,
  place: Point,
  { asset, w, h }: Paper,
  { scale, imageOf }: PaperLook,
): void {
  const isElsewhere = place.x + side <= 0 || place.y + side <= 0 || place.x >= w * scale || place.y >= h * scale;
  const image = isElsewhere ? null : imageOf(asset);
  if (!image) return;
  context.save();
  context.beginPath();
  context.rect(x, y, side, side);
  context.clip();
  context.imageSmoothingQuality = "high";
  context.drawImage(image, x - place.x, y - place.y, w * scale, h * scale);
  context.restore();
}
