import { overlaps, type Box } from "../../board/bounds.js";
import { turnOf } from "../../board/transform.js";
import type { ShapeId } from "../../signal/ids.js";
import type { Shape } from "../../signal/shape.js";
import { blendOf, paintStroke } from "../painters/stroke.js";
import { clipTo } from "./clip-to.js";
import type { Frame, Layer, Surface } from "./layer.js";
import { LiveInk, type InkPiece } from "./live-ink.js";
import { pixelBoxOf } from "./pixel-box.js";
import { changedPieces, lookAt, type SeenStroke } from "./seen-strokes.js";
import { placesIn, tileRange } from "./tile-range.js";

/** A canvas that is drawn on is copied in every frame, so it is kept small: its sides grow by so many device pixels. */
const GROWTH = 256;
/** Device pixels: where a stroke has grown, squares of this side are painted anew. A whole number of them is a {@link GROWTH}. */
const CELL = 128;

/** A stroke and what of the view each of its pieces reaches. */
interface StrokeParts {
  readonly seen: SeenStroke;
  readonly parts: readonly { readonly paths: InkPiece["paths"]; readonly reach: Box | null }[];
}

/** What is painted, and where the canvas lies in the view. */
interface Painted {
  readonly frame: Frame;
  readonly seen: readonly SeenStroke[];
  readonly place: Box | null;
}

/**
 * Strokes under construction. Those of others grow point by point as they were drawn (see reveal.ts); lasers fade when
 * they rest (see laser.ts). The canvas is as large as what is on it; where a stroke has grown, and only there, it is
 * painted anew.
 */
export class StrokeLayer implements Layer {
  changesAt = Infinity;
  #inks = new Map<ShapeId, LiveInk>();
  #painted: Painted | null = null;

  constructor(private readonly surface: Surface) {}

  paint(frame: Frame): void {
    const inks = new Map<ShapeId, LiveInk>();
    const { seen, changesAt } = lookAt(frame, (id) => {
      const ink = this.#inks.get(id) ?? new LiveInk();
      inks.set(id, ink);
      return ink;
    });
    this.#inks = inks;
    this.changesAt = changesAt;
    const place = pixelBoxOf(seen.flatMap(boxesOf), frame.pixels, GROWTH);
    const isEmptied = this.surface.fit(frame, place);
    const last = this.#painted;
    this.#painted = { frame, seen, place };
    if (!place) return;
    const isSame = last && !isEmptied && isSamePlace(last.frame, frame) && isSameBox(last.place, place);
    const changed = isSame ? changedPieces(last.seen, seen) : null;
    if (changed?.length !== 0) this.#repaint(frame, seen, place, changed);
  }

  /** Cell by cell, each to its edge and no further: where a path is cut shows in its pixels. */
  #repaint(frame: Frame, seen: readonly SeenStroke[], place: Box, changed: readonly InkPiece[] | null): void {
    const blend = blendOf(shapesOf(seen), lightOf(frame));
    this.surface.context.canvas.style.mixBlendMode = blend;
    const damage = changed?.map((piece) => reachOf(piece, frame));
    const strokes = seen.map((stroke) => ({
      seen: stroke,
      parts: stroke.pieces.map((piece) => ({ paths: piece.paths, reach: reachOf(piece, frame) })),
    }));
    for (const { column, row } of placesIn(tileRange(place.x, place.y, place.w - 1, place.h - 1, CELL))) {
      const cell = { x: column * CELL, y: row * CELL, w: CELL, h: CELL };
      const isDamaged = !damage || damage.some((reach) => isIn(cell, reach));
      if (isDamaged) this.#repaintCell(frame, strokes, place, cell, blend !== "normal");
    }
  }

  #repaintCell(frame: Frame, strokes: readonly StrokeParts[], place: Box, cell: Box, isMixed: boolean): void {
    const { context } = this.surface;
    const { scale } = frame.pixels;
    const [left, top] = [frame.pixels.left + place.x, frame.pixels.top + place.y];
    clipTo(context, cell, 1, place.x, place.y);
    context.clearRect(cell.x - place.x, cell.y - place.y, cell.w, cell.h);
    for (const { seen, parts } of strokes) {
      const { shape } = seen.stroke;
      const paths = parts.filter(({ reach }) => isIn(cell, reach)).flatMap((part) => part.paths);
      if (paths.length === 0) continue;
      if (seen.clip) clipTo(context, seen.clip, scale, left, top);
      else context.save();
      context.setTransform(scale, 0, 0, scale, shape.x * scale - left, shape.y * scale - top);
      context.rotate(turnOf(shape as Shape));
      paintStroke(context, { shape, paths, opacity: seen.opacity }, lightOf(frame), { isMixed, scale });
      context.restore();
    }
    context.restore();
  }
}

/** The pixels of the view that a piece may touch. */
function reachOf({ box }: InkPiece, { pixels }: Frame): Box | null {
  return pixelBoxOf([box], pixels);
}

function isIn(cell: Box, reach: Box | null): boolean {
  return reach !== null && overlaps(cell, reach);
}

function shapesOf(seen: readonly SeenStroke[]) {
  return seen.map(({ stroke }) => stroke.shape);
}

function lightOf({ theme, pageColor }: Frame) {
  return { theme, page: pageColor };
}

function isSamePlace(a: Frame, b: Frame): boolean {
  const isSamePixels = a.pixels.left === b.pixels.left && a.pixels.top === b.pixels.top;
  const isSameLight = a.theme === b.theme && a.pageColor === b.pageColor;
  return isSamePixels && a.pixels.scale === b.pixels.scale && isSameLight;
}

function isSameBox(a: Box | null, b: Box): boolean {
  return a !== null && a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;
}

function boxesOf({ pieces }: SeenStroke): Box[] {
  return pieces.map(({ box }) => box);
}
