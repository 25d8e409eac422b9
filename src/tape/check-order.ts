import type { Entry } from "../signal/entry.js";
import { InktapeError } from "../signal/errors.js";

/**
 * Throws `bad-argument` unless the entries can be one block: at least one, at most `max`, following one another without
 * a gap, with times that never run backwards.
 */
export function checkOrder(entries: readonly Entry[], max: number): void {
  if (entries.length === 0) throw new InktapeError("bad-argument", "A block holds at least one entry.");
  if (entries.length > max) {
    throw new InktapeError(
      "bad-argument",
      `A block holds at most ${max} entries; it was given ${entries.length}: cut them into more blocks.`,
    );
  }
  entries.forEach((entry, index) => {
    const before = entries[index - 1];
    if (!before || (entry.seq === before.seq + 1 && entry.at >= before.at)) return;
    throw new InktapeError(
      "bad-argument",
      `Entry ${entry.seq} (at ${entry.at}) cannot follow entry ${before.seq} (at ${before.at}) in a block.`,
    );
  });
}
