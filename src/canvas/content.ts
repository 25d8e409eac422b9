import { EMPTY_BOARD, type Board } from "../board/board.js";
import { type Box, boundsOf, grow, unionOf } from "../board/bounds.js";
import { changedLeaves, shapesIn } from "../board/leaves.js";
import type { InkRun } from "../board/run.js";
import type { ActiveStroke } from "../board/stroke.js";
import { INK_STRIDE } from "../signal/ink.js";
import type { PageId } from "../signal/ids.js";

/**
 * The box around everything that was ever seen on each page, so that a camera that shows it can stand still. It only
 * grows. A frame costs what changed in it.
 */
export class Content {
  readonly #boxes = new Map<PageId, Box>();
  #last = EMPTY_BOARD;
  readonly #runs = new WeakSet<InkRun>();

  /** Null for a page on which nothing was seen. */
  boxOf(page: PageId): Box | null {
    return this.#boxes.get(page) ?? null;
  }

  include(board: Board): void {
    for (const { after } of changedLeaves(this.#last, board)) {
      for (const shape of shapesIn(after)) this.#add(shape.page, grow(boundsOf(shape), shape.size));
    }
    this.#last = board;
    for (const stroke of Object.values(board.active)) this.#includeStroke(stroke);
  }

  #includeStroke({ shape, run }: ActiveStroke): void {
    for (let part: InkRun | null = run; part && !this.#runs.has(part); part = part.before) {
      this.#runs.add(part);
      if (part.batch.length < INK_STRIDE) continue;
      this.#add(shape.page, grow(boundsOf({ ...shape, points: part.batch }), shape.size));
    }
  }

  #add(page: PageId, box: Box): void {
    const known = this.#boxes.get(page);
    this.#boxes.set(page, (known && unionOf([known, box])) || box);
  }
}
