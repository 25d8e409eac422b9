import { grow, type Box } from "../../board/bounds.js";
import { InkRun } from "../../board/run.js";
import type { ActiveStroke } from "../../board/stroke.js";
import type { PathPart } from "../../picture/geometry/geometry.js";
import { INK_STRIDE, type InkPoints } from "../../signal/ink.js";
import { propOf } from "../../signal/optional.js";
import type { InkShape } from "../../signal/shape.js";
import { paintBoxOf } from "../paint-box.js";
import { inkPaths } from "../painters/paths.js";
import { glowOf } from "../painters/stroke.js";

/** Points to a piece. A stroke of less than two of them is outlined as a whole, as it is when it is finished. */
const PIECE = 128;
/** Points of the piece before that a piece begins with, so that it lies on it where they meet. */
const OVERLAP = 32;

/** A part of a stroke under construction, and the box of all its pixels. The same object as long as it looks the same. */
export interface InkPiece {
  readonly paths: readonly PathPart<Path2D>[];
  /** Board units. */
  readonly box: Box;
}

/**
 * The drawing of a stroke under construction, in pieces: all but the last stay as they are while it grows, so that a
 * point costs the same after ten others and after ten thousand. Which pieces there are follows from the points alone.
 */
export class LiveInk {
  readonly #settled: InkPiece[] = [];
  #run = InkRun.EMPTY;
  #count = 0;
  #pieces: readonly InkPiece[] = [];

  /** The stroke's first `count` points. Calls for one stroke only are to be made on one object. */
  piecesOf({ shape, run }: ActiveStroke, count: number): readonly InkPiece[] {
    if (run === this.#run && count === this.#count) return this.#pieces;
    const settled = isOpaque(shape) ? Math.max(0, Math.floor(count / PIECE) - 1) : 0;
    this.#settled.length = run.continues(this.#run) ? Math.min(settled, this.#settled.length) : 0;
    const first = firstOf(this.#settled.length);
    const points = run.pointsFrom(first);
    const piece = (from: number, to: number) =>
      pieceOf(shape, points.subarray((from - first) * INK_STRIDE, (to - first) * INK_STRIDE));
    for (let index = this.#settled.length; index < settled; index++) {
      this.#settled.push(piece(firstOf(index), (index + 1) * PIECE));
    }
    this.#run = run;
    this.#count = count;
    this.#pieces = [...this.#settled, piece(firstOf(settled), count)];
    return this.#pieces;
  }
}

/** Pieces that can be seen through would show where they lie on each other. */
function isOpaque(shape: ActiveStroke["shape"]): boolean {
  return propOf(shape, "opacity") === 1 && propOf(shape, "brush") === "pen";
}

function firstOf(piece: number): number {
  return Math.max(0, piece * PIECE - OVERLAP);
}

function pieceOf(header: ActiveStroke["shape"], points: InkPoints): InkPiece {
  const shape: InkShape = { ...header, points };
  return { paths: inkPaths(shape), box: grow(paintBoxOf(shape), glowOf(header)) };
}
