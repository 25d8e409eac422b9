import type { Undo } from "./live-room.js";
import { SEGMENT_BYTES, Slot } from "./slot.js";
import type { Tables } from "./tables.js";

/** The most slots there are: 32 MB. A hundred rooms that are written in without a pause say so much in a minute. */
export const MOST_SLOTS = 32 * 1024;
/** When all slots are in use, rooms are settled until this share of them is free. */
const FREED_SHARE = 1 / 4;

/** What slots are still needed for. */
export interface SlotUse {
  /** Number of the oldest slot that is needed; Infinity when none is. */
  oldest(): number;
  /** Makes all slots before a number needless. */
  settleBefore(number: number): void;
}

/**
 * The slots of the journal. One is filled up by commit after commit as long as what they say fits; then the oldest that
 * is not needed any more is begun anew, or one is added. All are of the same size, so that writing one moves nothing else
 * in the file.
 */
export class SlotRing {
  readonly #tables: Tables;
  readonly #most: number;
  /** The numbers of the slots by their ids, the oldest first. */
  #numbers: Map<number, number>;
  #next: number;
  #open: Slot | null = null;

  /**
   * @param slots ids and numbers of the slots there are, the oldest first.
   * @param most the most slots there may be. More are there only when one commit takes more.
   */
  constructor(tables: Tables, slots: readonly (readonly [id: number, number: number])[], most: number) {
    this.#tables = tables;
    this.#most = most;
    this.#numbers = new Map(slots);
    this.#next = (slots.at(-1)?.[1] ?? 0) + 1;
  }

  /** What is written next stands in no slot before this one. */
  get nextNumber(): number {
    return this.#open?.number ?? this.#next;
  }

  /** Writes segments, each of which fits into a slot. */
  write(segments: readonly Uint8Array[], use: SlotUse): Undo {
    const [open, next] = [this.#open, this.#next];
    const taken: (readonly [id: number, number: number | undefined])[] = [];
    const undo = () => {
      for (const [id, number] of taken) {
        if (number === undefined) this.#numbers.delete(id);
        else this.#numbers.set(id, number);
      }
      this.#numbers = new Map([...this.#numbers].sort(([, a], [, b]) => a - b));
      [this.#open, this.#next] = [open, next];
    };
    try {
      const size = segments.reduce((sum, { length }) => sum + length, 0);
      let slot = open && isWorthFilling(open, size) ? open.copy() : this.#begin(taken, use);
      for (const segment of segments) {
        if (segment.length > slot.space) {
          this.#tables.putSlot(slot.id, slot.bytes);
          slot = this.#begin(taken, use);
        }
        slot.add(segment);
      }
      this.#tables.putSlot(slot.id, slot.bytes);
      this.#open = slot;
    } catch (error) {
      undo();
      throw error;
    }
    return undo;
  }

  /** Takes all slots away. */
  clear(): Undo {
    const [numbers, open] = [this.#numbers, this.#open];
    if (numbers.size > 0) this.#tables.dropSlots();
    [this.#numbers, this.#open] = [new Map(), null];
    return () => {
      [this.#numbers, this.#open] = [numbers, open];
    };
  }

  #begin(taken: (readonly [id: number, number: number | undefined])[], use: SlotUse): Slot {
    const [oldest] = this.#numbers;
    const isFull = this.#numbers.size >= this.#most;
    if (isFull && oldest && oldest[1] >= use.oldest()) use.settleBefore(oldest[1] + this.#most * FREED_SHARE);
    const reused = oldest && oldest[1] < use.oldest() ? oldest : null;
    const id = reused?.[0] ?? this.#numbers.size + 1;
    taken.push([id, reused?.[1]]);
    this.#numbers.delete(id);
    this.#numbers.set(id, this.#next);
    const slot = new Slot(id, this.#next);
    this.#next += 1;
    return slot;
  }
}

/** A slot is written as a whole: it is filled further when the rest then takes one slot less. */
function isWorthFilling(open: Slot, bytes: number): boolean {
  const slots = Math.ceil(bytes / SEGMENT_BYTES);
  return 1 + Math.ceil((bytes - open.space) / SEGMENT_BYTES) <= slots;
}
