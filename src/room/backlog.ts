import type { Entry } from "../signal/entry.js";
import type { MemberId } from "../signal/ids.js";
import { LIMITS } from "../signal/limits.js";
import { trackOf } from "../signal/signal.js";
import { encodeServerFrame } from "../signal/wire/frames.js";
import type { EntryFrame } from "./seat.js";

/**
 * Entries that wait for one client which takes in less than its room sends. Of presence only what is newest of a member
 * and kind is kept, in its place; the client's own is kept whole, because it tells what was acknowledged. The last entry
 * is never left out.
 */
export class Backlog {
  readonly #member: MemberId;
  #waiting: (Entry | null)[] = [];
  /** Where the newest presence of a member and kind stands. */
  #newest = new Map<string, number>();
  #documentBytes = 0;
  #dropped = 0;

  /** @param member whose client it is. */
  constructor(member: MemberId) {
    this.#member = member;
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** About how many bytes wait of what cannot be left out. */
  get documentBytes(): number {
    return this.#documentBytes;
  }

  /** How many entries were left out since {@link take} was last called. */
  get dropped(): number {
    return this.#dropped;
  }

  add({ entries, bytes }: EntryFrame): void {
    const each = bytes.length / entries.length;
    for (const entry of entries) {
      const { by, signal } = entry;
      if (by === this.#member || trackOf(signal) === "document") this.#documentBytes += each;
      else this.#replace(`${by} ${signal.type}`);
      this.#waiting.push(entry);
    }
  }

  /** Takes out all that waits, as frames. */
  take(): readonly Uint8Array[] {
    const entries = this.#waiting.filter((entry) => entry !== null);
    this.#waiting = [];
    this.#newest.clear();
    this.#documentBytes = this.#dropped = 0;
    const frames: Uint8Array[] = [];
    for (let from = 0; from < entries.length; from += LIMITS.frameSignals) {
      frames.push(encodeServerFrame({ type: "thinned", entries: entries.slice(from, from + LIMITS.frameSignals) }));
    }
    return frames;
  }

  #replace(kind: string): void {
    const older = this.#newest.get(kind);
    if (older !== undefined) {
      this.#waiting[older] = null;
      this.#dropped += 1;
    }
    this.#newest.set(kind, this.#waiting.length);
  }
}
