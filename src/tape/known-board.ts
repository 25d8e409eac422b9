import type { Board } from "../board/board.js";
import type { Seq } from "../signal/ids.js";

/** A board that is at hand. */
export interface KnownBoard {
  readonly board: Board;
  /** Seq up to which entries may be missing in it, because a block could not be read; 0 when none are. */
  readonly damage: Seq;
  /** First entries of the blocks that keep ink which it may lack. */
  readonly stored: ReadonlySet<Seq>;
  /** How many ink parts were at hand when its ink was last looked for. */
  readonly inkVersion: number;
}
