import type { Board } from "../board/board.js";
import { LEAF_WIDTH } from "../board/leaves.js";
import type { Millis, Seq } from "../signal/ids.js";
import type { KnownBoard } from "./known-board.js";
import type { BlockRef, KeyframeRef } from "./timeline.js";

/** A way to a moment's board: where to start, and the blocks to go through. */
export interface Way {
  readonly start: KnownBoard | KeyframeRef;
  readonly blocks: readonly BlockRef[];
  readonly until: Millis;
}

/** True for a way that starts at a board that is at hand. */
export function isKnown(start: Way["start"]): start is KnownBoard {
  return "board" in start;
}

/** The last entry that is in where a way starts. */
export function seqOf(start: Way["start"]): Seq {
  return isKnown(start) ? start.board.seq : start.seq;
}

/** How many shapes the board may have. */
export function sizeOf({ branches }: Board): number {
  return branches.reduce((sum, branch) => sum + (branch?.length ?? 0) * LEAF_WIDTH, 0);
}

/** Up to which entry some may be missing at the end of a way; 0 when none are. */
export function damageOn(start: Way["start"], blocks: readonly BlockRef[], isDamaged: (ref: BlockRef) => boolean): Seq {
  let seq = seqOf(start);
  let damage = isKnown(start) ? start.damage : (0 as Seq);
  for (const ref of blocks) {
    if (ref.first > seq + 1) damage = (ref.first - 1) as Seq;
    if (isDamaged(ref)) damage = ref.last;
    seq = ref.last;
  }
  return damage;
}
