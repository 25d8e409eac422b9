import type { Entry } from "../signal/entry.js";
import { LIMITS } from "../signal/limits.js";
import { encodeServerFrame } from "../signal/wire/frames.js";
import type { EntryFrame } from "./seat.js";

/** Entries as frames that a client accepts. */
export function entryFrames(entries: readonly Entry[]): readonly EntryFrame[] {
  const frames: EntryFrame[] = [];
  for (let from = 0; from < entries.length; from += LIMITS.frameSignals) {
    const part = entries.slice(from, from + LIMITS.frameSignals);
    frames.push({ entries: part, bytes: encodeServerFrame({ type: "entries", entries: part }) });
  }
  return frames;
}
