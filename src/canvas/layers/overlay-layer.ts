import { readableOn } from "../../picture/palette.js";
import { UI_FONT } from "../../picture/text.js";
import type { Point } from "../../board/point.js";
import { prepareText } from "../painters/text.js";
import type { Frame, Layer, Surface } from "./layer.js";
import type { CursorMark } from "./overlay-cursors.js";
import { overlayMarks, type BoxMark, type Mark } from "./overlay-marks.js";

/** CSS pixels. */
const SELECTION_GAP = 3;
const TAG_FONT_SIZE = 12;
const TAG_HEIGHT = 20;
const TAG_PADDING = 6;
const TAG_MAX_WIDTH = 160;
/** The arrow of a cursor from its tip, CSS pixels. */
const ARROW: readonly (readonly [number, number])[] = [
  [0, 0],
  [4.5, 15],
  [7.5, 8.5],
  [14, 6],
];

/** Selections, the selection box under way, and the others' cursors. */
export class OverlayLayer implements Layer {
  changesAt = Infinity;
  /** What is painted, as text; null when nothing is known. */
  #painted: string | null = null;

  constructor(private readonly surface: Surface) {}

  paint(frame: Frame): void {
    const { marks, changesAt } = overlayMarks(frame);
    const isEmptied = marks.length > 0 ? this.surface.fit(frame) : this.surface.fit(frame, null);
    this.changesAt = changesAt;
    const { scale, left, top, width, height } = frame.pixels;
    const key = marks.length === 0 ? "" : JSON.stringify([scale, left, top, frame.devicePixelRatio, marks]);
    if (key === this.#painted && !isEmptied) return;
    this.#painted = key;
    const { context } = this.surface;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    for (const mark of marks) paintMark(context, mark, frame);
  }
}

function paintMark(context: CanvasRenderingContext2D, mark: Mark, { pixels, devicePixelRatio: ratio }: Frame): void {
  // Marks keep their size at every zoom, so they are drawn in CSS pixels.
  const place = ({ x, y }: Point) => ({
    x: (x * pixels.scale - pixels.left) / ratio,
    y: (y * pixels.scale - pixels.top) / ratio,
  });
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  if (mark.type === "box") paintBox(context, mark, place(mark.box), pixels.scale / ratio);
  else paintCursor(context, mark, place(mark));
}

function paintBox(
  context: CanvasRenderingContext2D,
  { box, color, line, isFilled }: BoxMark,
  { x, y }: Point,
  zoom: number,
): void {
  const gap = isFilled ? 0 : SELECTION_GAP;
  const [left, top] = [crisp(x - gap), crisp(y - gap)];
  const rect = [left, top, crisp(x + box.w * zoom + gap) - left, crisp(y + box.h * zoom + gap) - top] as const;
  context.save();
  context.strokeStyle = color;
  context.lineWidth = line === "bold" ? 2 : 1;
  if (line === "dashed") context.setLineDash([4, 3]);
  context.strokeRect(...rect);
  if (isFilled) {
    context.fillStyle = color;
    context.globalAlpha = 0.1;
    context.fillRect(...rect);
  }
  context.restore();
}

/** The middle of a pixel, where a line one pixel wide is not blurred over two. */
function crisp(place: number): number {
  return Math.floor(place) + 0.5;
}

function paintCursor(context: CanvasRenderingContext2D, { name, color, opacity }: CursorMark, { x, y }: Point): void {
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
  context.translate(12, 14);
  context.beginPath();
  context.roundRect(0, 0, width, TAG_HEIGHT, 4);
  context.fillStyle = color;
  context.fill();
  context.clip();
  context.fillStyle = readableOn(color);
  context.fillText(name, TAG_PADDING, TAG_HEIGHT / 2 + 0.5);
}
