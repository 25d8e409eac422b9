import type { Entry } from "../signal/entry.js";
import type { Seq } from "../signal/ids.js";

/** The last entries of a room, at least `size` of them once there were that many, for clients that come back. */
export class RecentEntries {
  readonly #size: number;
  #entries: Entry[] = [];
  /** What stands right before the oldest entry held. */
  #before: Seq;
  #head: Seq;

  /** @param head the last entry that was there before the first one to be added. */
  constructor(size: number, head: Seq) {
    this.#size = size;
    this.#before = head;
    this.#head = head;
  }

  /** Adds entries. Those before a gap, as damage leaves one, are of no use to anybody and go. */
  add(entries: readonly Entry[]): void {
    for (const entry of entries) {
      if (entry.seq !== this.#head + 1) this.restart((entry.seq - 1) as Seq);
      this.#entries.push(entry);
      this.#head = entry.seq;
    }
    // Cutting only when twice as many are there makes the cost of an entry constant.
    if (this.#entries.length > 2 * this.#size) {
      const cut = this.#entries.length - this.#size;
      this.#before = this.#entries[cut - 1]?.seq ?? this.#before;
      this.#entries = this.#entries.slice(cut);
    }
  }

  /** The entries after `seq` to the end; null when that is too far back, or beyond the end. */
  after(seq: Seq): readonly Entry[] | null {
    if (seq < this.#before || seq > this.#head) return null;
    return this.#entries.slice(seq - this.#before);
  }

  /** Lets go of everything: the next entry is the one after `seq`. */
  restart(seq: Seq): void {
    this.#entries = [];
    this.#before = seq;
    this.#head = seq;
  }
}
