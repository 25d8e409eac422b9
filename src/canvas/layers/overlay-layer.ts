import type { Box } from "../../board/bounds.js";
import type { Point } from "../../board/point.js";
import type { Frame, Layer, Surface } from "./layer.js";
import type { Mark } from "./marks.js";
import { overlayMarks } from "./overlay-marks.js";
import { paintBox, paintPath } from "./paint-box-mark.js";
import { CURSOR_REACH, paintCursor } from "./paint-cursor.js";
import { paintGuide } from "./paint-guide.js";
import { paintHandles } from "./paint-handles.js";
import { pixelBoxOf } from "./pixel-box.js";

/** Where there are only cursors, the canvas is as large as they need: its sides grow by so many device pixels. */
const GROWTH = 256;

/** Selections, what the tool in hand marks, and the others' cursors. */
export class OverlayLayer implements Layer {
  changesAt = Infinity;
  /** What is painted, as text; null when nothing is known. */
  #painted: string | null = null;

  constructor(private readonly surface: Surface) {}

  paint(frame: Frame): void {
    const { marks, changesAt } = overlayMarks(frame);
    const place = placeOf(marks, frame);
    const isEmptied = this.surface.fit(frame, place);
    this.changesAt = changesAt;
    const { scale, left, top } = frame.pixels;
    const key = marks.length === 0 ? "" : JSON.stringify([scale, left, top, frame.devicePixelRatio, marks]);
    if (key === this.#painted && !isEmptied) return;
    this.#painted = key;
    if (!place) return;
    const { context } = this.surface;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, place.w, place.h);
    for (const mark of marks) paintMark(context, mark, frame, place);
  }
}

/** The view's pixels that marks may touch, or more; null for none. A cursor alone is copied in every frame of a replay. */
function placeOf(marks: readonly Mark[], { pixels, devicePixelRatio }: Frame): Box | null {
  const unit = devicePixelRatio / pixels.scale;
  const reaches: Box[] = [];
  for (const mark of marks) {
    if (mark.type !== "cursor") return { x: 0, y: 0, w: pixels.width, h: pixels.height };
    const { x, y, w, h } = CURSOR_REACH;
    reaches.push({ x: mark.x + x * unit, y: mark.y + y * unit, w: w * unit, h: h * unit });
  }
  return pixelBoxOf(reaches, pixels, GROWTH);
}

function paintMark(
  context: CanvasRenderingContext2D,
  mark: Mark,
  { pixels, devicePixelRatio: ratio }: Frame,
  origin: Point,
): void {
  // Marks keep their size at every zoom, so they are drawn in CSS pixels.
  const place = ({ x, y }: Point) => ({
    x: (x * pixels.scale - pixels.left) / ratio,
    y: (y * pixels.scale - pixels.top) / ratio,
  });
  context.setTransform(ratio, 0, 0, ratio, -origin.x, -origin.y);
  context.save();
  switch (mark.type) {
    case "box":
      paintBox(context, mark, place(mark.box), pixels.scale / ratio);
      break;
    case "path":
      paintPath(context, mark, mark.points.map(place));
      break;
    case "handles":
      paintHandles(context, mark, mark.grips.map((grip) => ({ ...grip, ...place(grip) }))); // prettier-ignore
      break;
    case "guide":
      paintGuide(context, mark, place);
      break;
    case "cursor":
      paintCursor(context, mark, place(mark));
  }
  context.restore();
}
