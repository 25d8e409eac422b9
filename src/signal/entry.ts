import type { MemberId, Millis, Seq } from "./ids.js";
import type { Signal } from "./signal.js";

/** A signal on its way into the log. `clientSeq` counts its author's signals from 1; 0 marks the room's own words. */
export interface Draft {
  readonly by: MemberId;
  readonly clientSeq: number;
  readonly signal: Signal;
}

/** A signal once ordered and durable: place and time were given by the room's log. */
export interface Entry extends Draft {
  readonly seq: Seq;
  /** Never smaller than that of the entry before. */
  readonly at: Millis;
}
