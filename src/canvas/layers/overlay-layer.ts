import type { Point } from "../../board/point.js";
import type { Frame, Layer, Surface } from "./layer.js";
import type { Mark } from "./marks.js";
import { overlayMarks } from "./overlay-marks.js";
import { paintBox, paintPath } from "./paint-box-mark.js";
import { paintCursor } from "./paint-cursor.js";
import { paintGuide } from "./paint-guide.js";
import { paintHandles } from "./paint-handles.js";

/** Selections, what the tool in hand marks, and the others' cursors. */
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
