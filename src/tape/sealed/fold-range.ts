import type { Millis, Seq } from "../../signal/ids.js";

/** Where a fold begins and ends. */
export interface FoldRange {
  /** The board has everything up to this entry. */
  readonly after: Seq;
  /** Everything up to and including this moment is to be in. */
  readonly until: Millis;
}
