import type { ActiveStroke } from "../../board/stroke.js";
import { compareOrder } from "../../board/order.js";
import type { InkRun } from "../../board/run.js";
import { turnOf } from "../../board/transform.js";
import { clipOf } from "../../picture/clip.js";
import type { PathPart } from "../../picture/geometry/geometry.js";
import type { ShapeId } from "../../signal/ids.js";
import { INK_STRIDE } from "../../signal/ink.js";
import type { Shape } from "../../signal/shape.js";
import { isLaser, laserLook, lastLaserMoves } from "../laser.js";
import { blendOf, paintStroke } from "../painters/stroke.js";
import { inkPaths } from "../painters/paths.js";
import { revealedPoints } from "../reveal.js";
import type { Frame, Layer, Surface } from "./layer.js";

/** A stroke under construction, as far as it is to be seen. */
interface SeenStroke {
  readonly stroke: ActiveStroke;
  readonly count: number;
  /** Less than 1 for a laser that fades. */
  readonly opacity: number;
  /** The log's time from which the stroke looks different by itself. */
  readonly changesAt: number;
}

interface Outline {
  readonly run: InkRun;
  readonly count: number;
  readonly paths: readonly PathPart<Path2D>[];
}

/**
 * Strokes under construction. Those of others grow point by point as they were drawn (see reveal.ts); lasers fade when
 * they rest (see laser.ts).
 */
export class StrokeLayer implements Layer {
  changesAt = Infinity;
  #outlines = new Map<ShapeId, Outline>();
  #painted: { readonly frame: Frame; readonly seen: readonly SeenStroke[] } | null = null;

  constructor(private readonly surface: Surface) {}

  paint(frame: Frame): void {
    const isEmptied = this.surface.fit(frame);
    const strokes = seenStrokes(frame);
    this.changesAt = strokes.reduce((first, { changesAt }) => Math.min(first, changesAt), Infinity);
    const seen = strokes.filter(({ opacity, count }) => opacity > 0 && count > 0);
    const painted = this.#painted;
    this.#painted = { frame, seen };
    if (painted && !isEmptied && isSamePicture(painted.frame, frame, painted.seen, seen)) return;
    this.#repaint(frame, seen);
  }

  #repaint(frame: Frame, seen: readonly SeenStroke[]): void {
    const { scale, left, top, width, height } = frame.pixels;
    const outlines = new Map<ShapeId, Outline>();
    const { context } = this.surface;
    const light = { theme: frame.theme, page: frame.pageColor };
    const blend = blendOf(
      seen.map(({ stroke }) => stroke.shape),
      light,
    );
    context.canvas.style.mixBlendMode = blend;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    for (const { stroke, count, opacity } of seen) {
      const { shape } = stroke;
      const outline = this.#outlineOf(stroke, count);
      outlines.set(shape.id, outline);
      context.save();
      clipToFrame(context, shape as Shape, frame);
      context.setTransform(scale, 0, 0, scale, shape.x * scale - left, shape.y * scale - top);
      context.rotate(turnOf(shape as Shape));
      const isMixed = blend !== "normal";
      paintStroke(context, { shape, paths: outline.paths, opacity }, light, { isMixed, scale });
      context.restore();
    }
    this.#outlines = outlines;
  }

  #outlineOf({ shape, run }: ActiveStroke, count: number): Outline {
    const known = this.#outlines.get(shape.id);
    if (known?.run === run && known.count === count) return known;
    const points = run.flatten().subarray(0, count * INK_STRIDE);
    return { run, count, paths: inkPaths({ ...shape, points }) };
  }
}

function seenStrokes({ picture, page }: Frame): SeenStroke[] {
  const { board, time, self } = picture;
  const strokes = Object.values(board.active).filter(({ shape }) => shape.page === page);
  const moves = lastLaserMoves(strokes);
  return strokes
    .sort((a, b) => compareOrder(a.shape, b.shape))
    .map((stroke) => {
      const { by, run } = stroke;
      const count = by === self ? run.count : revealedPoints(run, time);
      const { opacity, changesAt } = isLaser(stroke)
        ? laserLook(moves.get(by) ?? 0, time)
        : { opacity: 1, changesAt: Infinity };
      return { stroke, count, opacity, changesAt: count < run.count ? time : changesAt };
    });
}

function clipToFrame(context: CanvasRenderingContext2D, shape: Shape, { scene, pixels }: Frame): void {
  const clip = clipOf(shape, (id) => scene.item(id)?.shape);
  if (!clip) return;
  const { scale, left, top } = pixels;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.beginPath();
  context.rect(clip.x * scale - left, clip.y * scale - top, clip.w * scale, clip.h * scale);
  context.clip();
}

function isSamePicture(a: Frame, b: Frame, before: readonly SeenStroke[], now: readonly SeenStroke[]): boolean {
  const isSameInk = before.length === now.length && before.every((stroke, index) => isSameStroke(stroke, now[index]));
  if (!isSameInk || now.length === 0) return isSameInk;
  const isSamePlace = a.pixels.left === b.pixels.left && a.pixels.top === b.pixels.top;
  const isSameLight = a.theme === b.theme && a.pageColor === b.pageColor;
  return isSamePlace && a.pixels.scale === b.pixels.scale && isSameLight && !now.some(isInFrame);
}

function isSameStroke(before: SeenStroke, now: SeenStroke | undefined): boolean {
  return before.stroke === now?.stroke && before.count === now.count && before.opacity === now.opacity;
}

/** A stroke in a frame is painted every time: the frame may have moved. */
function isInFrame({ stroke }: SeenStroke): boolean {
  return (stroke.shape.frame ?? 0) !== 0;
}
