import type { Entry } from "../signal/entry.js";
import { LIMITS } from "../signal/limits.js";
import { markAfter, type Mark } from "../signal/wire/entry-runs.js";
import { encodeFollowing, encodeServerFrame } from "../signal/wire/frames.js";
import type { EntryFrame } from "./seat.js";

/** Makes frames that a client accepts of entries that come after one another. */
export class EntryFrames {
  /** The last entry that was made a frame of; null before the first. */
  #last: Mark | null = null;

  /** The next entries as frames. Only the first of all are for whoever; all others follow. */
  next(entries: readonly Entry[]): readonly EntryFrame[] {
    const frames: EntryFrame[] = [];
    for (let from = 0; from < entries.length; from += LIMITS.frameSignals) {
      const part = entries.slice(from, from + LIMITS.frameSignals);
      const after = this.#last;
      frames.push({ entries: part, after, bytes: after ? encodeFollowing(part, after) : encodeWhole(part) });
      this.#last = markAfter(part, after);
    }
    return frames;
  }
}

/** The bytes of a frame for a connection over which `last` was the last entry to go; null when none was. */
export function bytesFor({ entries, after, bytes }: EntryFrame, last: Mark | null): Uint8Array {
  return after === null || after.seq === last?.seq ? bytes : encodeWhole(entries);
}

function encodeWhole(entries: readonly Entry[]): Uint8Array {
  return encodeServerFrame({ type: "entries", entries });
}
