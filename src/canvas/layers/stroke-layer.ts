import type { ActiveStroke } from "../../board/stroke.js";
import { compareOrder } from "../../board/order.js";
import type { InkRun } from "../../board/run.js";
import type { ShapeId } from "../../signal/ids.js";
import { INK_STRIDE } from "../../signal/ink.js";
import { paintPaths } from "../painters/paint-shape.js";
import { inkPaths, type Paths } from "../painters/paths.js";
import { revealedPoints } from "../reveal.js";
import type { Frame, Layer, Surface } from "./layer.js";

/** A stroke under construction, as far as it is to be seen. */
interface SeenStroke {
  readonly stroke: ActiveStroke;
  readonly count: number;
}

interface Outline {
  readonly run: InkRun;
  readonly count: number;
  readonly paths: Paths;
}

/** Strokes under construction. Those of others grow point by point as they were drawn (see reveal.ts). */
export class StrokeLayer implements Layer {
  changesAt = Infinity;
  #outlines = new Map<ShapeId, Outline>();
  #painted: { readonly frame: Frame; readonly seen: readonly SeenStroke[] } | null = null;

  constructor(private readonly surface: Surface) {}

  paint(frame: Frame): void {
    const isEmptied = this.surface.fit(frame);
    const seen = seenStrokes(frame);
    const isMoving = seen.some(({ stroke, count }) => count < stroke.run.count);
    this.changesAt = isMoving ? frame.picture.time : Infinity;
    const painted = this.#painted;
    this.#painted = { frame, seen };
    if (painted && !isEmptied && isSamePicture(painted.frame, frame, painted.seen, seen)) return;
    this.#repaint(frame, seen);
  }

  #repaint(frame: Frame, seen: readonly SeenStroke[]): void {
    const { scale, left, top, width, height } = frame.pixels;
    const outlines = new Map<ShapeId, Outline>();
    const { context } = this.surface;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    for (const { stroke, count } of seen) {
      const { id, x, y, color } = stroke.shape;
      const outline = this.#outlineOf(stroke, count);
      outlines.set(id, outline);
      context.setTransform(scale, 0, 0, scale, x * scale - left, y * scale - top);
      paintPaths(context, outline.paths, color, frame.theme);
    }
    this.#outlines = outlines;
    this.surface.show(seen.length > 0);
  }

  #outlineOf({ shape, run }: ActiveStroke, count: number): Outline {
    const known = this.#outlines.get(shape.id);
    if (known?.run === run && known.count === count) return known;
    const points = run.flatten().subarray(0, count * INK_STRIDE);
    return { run, count, paths: inkPaths({ ...shape, points }) };
  }
}

function seenStrokes({ picture, page }: Frame): SeenStroke[] {
  return Object.values(picture.board.active)
    .filter(({ shape }) => shape.page === page)
    .sort((a, b) => compareOrder(a.shape, b.shape))
    .map((stroke) => ({
      stroke,
      count: stroke.by === picture.self ? stroke.run.count : revealedPoints(stroke.run, picture.time),
    }));
}

function isSamePicture(a: Frame, b: Frame, before: readonly SeenStroke[], now: readonly SeenStroke[]): boolean {
  const isSameInk =
    before.length === now.length &&
    before.every(({ stroke, count }, index) => stroke === now[index]?.stroke && count === now[index].count);
  if (!isSameInk || now.length === 0) return isSameInk;
  const isSamePlace = a.pixels.left === b.pixels.left && a.pixels.top === b.pixels.top;
  return isSamePlace && a.pixels.scale === b.pixels.scale && a.theme === b.theme;
}
