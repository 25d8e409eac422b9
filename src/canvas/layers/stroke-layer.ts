import { overlaps, type Box } from "../../board/bounds.js";
import { compareOrder } from "../../board/order.js";
import type { ActiveStroke } from "../../board/stroke.js";
import type { ShapeId } from "../../signal/ids.js";
import { paintPaths } from "../painters/paint-shape.js";
import { revealedPoints } from "../reveal.js";
import type { Frame, Layer, Surface } from "./layer.js";
import { LiveInk, type InkPiece } from "./live-ink.js";
import { pixelBoxOf } from "./pixel-box.js";
import { placesIn, tileRange } from "./tile-range.js";

/** A canvas that is drawn on is copied in every frame, so it is kept small: its sides grow by so many device pixels. */
const GROWTH = 256;
/** Device pixels: where a stroke has grown, squares of this side are painted anew. A whole number of them is a {@link GROWTH}. */
const CELL = 128;

/** A stroke under construction, as far as it is to be seen. */
interface SeenStroke {
  readonly stroke: ActiveStroke;
  readonly pieces: readonly InkPiece[];
}

/** A stroke and what of the view each of its pieces reaches. */
interface StrokeParts {
  readonly shape: ActiveStroke["shape"];
  readonly parts: readonly { readonly paths: InkPiece["paths"]; readonly reach: Box | null }[];
}

/** What is painted, and where the canvas lies in the view. */
interface Painted {
  readonly frame: Frame;
  readonly seen: readonly SeenStroke[];
  readonly place: Box | null;
}

/**
 * Strokes under construction. Those of others grow point by point as they were drawn (see reveal.ts). The canvas is as
 * large as what is on it; where a stroke has grown, and only there, it is painted anew.
 */
export class StrokeLayer implements Layer {
  changesAt = Infinity;
  #inks = new Map<ShapeId, LiveInk>();
  #painted: Painted | null = null;

  constructor(private readonly surface: Surface) {}

  paint(frame: Frame): void {
    const { seen, isMoving } = this.#look(frame);
    this.changesAt = isMoving ? frame.picture.time : Infinity;
    const place = pixelBoxOf(seen.flatMap(boxesOf), frame.pixels, GROWTH);
    const isEmptied = this.surface.fit(frame, place);
    const last = this.#painted;
    this.#painted = { frame, seen, place };
    if (!place) return;
    const isSame = last && !isEmptied && isSamePlace(last.frame, frame) && isSameBox(last.place, place);
    const changed = isSame ? changedPieces(last.seen, seen) : null;
    if (changed?.length !== 0) this.#repaint(frame, seen, place, changed);
  }

  /** The page's strokes under construction, bottom to top. */
  #look({ picture, page }: Frame): { readonly seen: SeenStroke[]; readonly isMoving: boolean } {
    const inks = new Map<ShapeId, LiveInk>();
    let isMoving = false;
    const strokes = Object.values(picture.board.active).filter(({ shape }) => shape.page === page);
    const seen = strokes
      .sort((a, b) => compareOrder(a.shape, b.shape))
      .map((stroke) => {
        const { shape, by, run } = stroke;
        const count = by === picture.self ? run.count : revealedPoints(run, picture.time);
        const ink = this.#inks.get(shape.id) ?? new LiveInk();
        inks.set(shape.id, ink);
        isMoving ||= count < run.count;
        return { stroke, pieces: ink.piecesOf(stroke, count) };
      });
    this.#inks = inks;
    return { seen, isMoving };
  }

  /** Cell by cell, each to its edge and no further: where a path is cut shows in its pixels. */
  #repaint(frame: Frame, seen: readonly SeenStroke[], place: Box, changed: readonly InkPiece[] | null): void {
    const damage = changed?.map((piece) => reachOf(piece, frame));
    const strokes = seen.map(({ stroke, pieces }) => ({
      shape: stroke.shape,
      parts: pieces.map((piece) => ({ paths: piece.paths, reach: reachOf(piece, frame) })),
    }));
    for (const { column, row } of placesIn(tileRange(place.x, place.y, place.w - 1, place.h - 1, CELL))) {
      const cell = { x: column * CELL, y: row * CELL, w: CELL, h: CELL };
      if (!damage || damage.some((reach) => isIn(cell, reach))) this.#repaintCell(frame, strokes, place, cell);
    }
  }

  #repaintCell({ pixels, theme }: Frame, strokes: readonly StrokeParts[], place: Box, cell: Box): void {
    const { context } = this.surface;
    const { scale } = pixels;
    const [left, top] = [pixels.left + place.x, pixels.top + place.y];
    context.save();
    context.setTransform(1, 0, 0, 1, -place.x, -place.y);
    context.beginPath();
    context.rect(cell.x, cell.y, cell.w, cell.h);
    context.clip();
    context.clearRect(cell.x, cell.y, cell.w, cell.h);
    for (const { shape, parts } of strokes) {
      context.setTransform(scale, 0, 0, scale, shape.x * scale - left, shape.y * scale - top);
      for (const { paths, reach } of parts) if (isIn(cell, reach)) paintPaths(context, paths, shape.color, theme);
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

/** The pieces that are on one picture only; null when other strokes are, or they lie otherwise on each other. */
function changedPieces(before: readonly SeenStroke[], now: readonly SeenStroke[]): InkPiece[] | null {
  const isAlike = before.length === now.length && before.every((old, index) => isSameStroke(old, now[index]));
  if (!isAlike) return null;
  return before.flatMap(({ pieces }, index) => {
    const next = now[index]?.pieces ?? [];
    return [...pieces.filter((piece) => !next.includes(piece)), ...next.filter((piece) => !pieces.includes(piece))];
  });
}

/** True when the strokes may differ in their points only. */
function isSameStroke({ stroke: { shape } }: SeenStroke, other: SeenStroke | undefined): boolean {
  return shape === other?.stroke.shape;
}

function isSamePlace(a: Frame, b: Frame): boolean {
  const isSamePixels = a.pixels.left === b.pixels.left && a.pixels.top === b.pixels.top;
  return isSamePixels && a.pixels.scale === b.pixels.scale && a.theme === b.theme;
}

function isSameBox(a: Box | null, b: Box): boolean {
  return a !== null && a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;
}

function boxesOf({ pieces }: SeenStroke): Box[] {
  return pieces.map(({ box }) => box);
}
