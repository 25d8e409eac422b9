import type { Board } from "../board/board.js";
import { changedLeaves, shapesIn } from "../board/leaves.js";
import type { Seq, ShapeId } from "../signal/ids.js";
import type { InkPoints } from "../signal/ink.js";
import { isLoaded, type InkShape, type Shape } from "../signal/shape.js";

/** Ink on a board that the tape does not keep yet. */
export interface Homeless {
  readonly id: ShapeId;
  readonly points: InkPoints;
}

/** Knows where the tape keeps the ink of a room's board, so that it is stored once and keyframes only refer to it. */
export class InkHomes {
  readonly #homes = new WeakMap<InkPoints, Seq>();

  /** The entry after which the tape keeps these points. */
  readonly of = (points: InkPoints): Seq | undefined => this.#homes.get(points);

  /** The tape keeps these points after the entry `seq`. */
  settle(points: InkPoints, seq: Seq): void {
    this.#homes.set(points, seq);
  }

  /**
   * Ink that came onto the board between `before` and `after` and has no home in an earlier block.
   *
   * @param first the first entry of the block that ends with `after`: homes in it are made anew with it.
   */
  homeless(before: Board, after: Board, first: Seq): Homeless[] {
    const inks: Homeless[] = [];
    for (const change of changedLeaves(before, after)) {
      const known = new Set(shapesIn(change.before));
      for (const shape of shapesIn(change.after)) {
        const points = known.has(shape) ? undefined : loadedInk(shape);
        if (points && (this.#homes.get(points) ?? first) >= first) inks.push({ id: shape.id, points });
      }
    }
    return inks;
  }
}

function loadedInk(shape: Shape): InkPoints | undefined {
  if (shape.kind !== "ink") return undefined;
  const { points } = shape as InkShape;
  return isLoaded(points) ? points : undefined;
}
