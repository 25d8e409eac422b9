import type { KnownBoard } from "./known-board.js";
import { Lru } from "./lru.js";
import { isKnown, sizeOf, type Way } from "./way.js";

/** A board is kept for every so many entries that were passed, as long as together they take no more than so many bytes. */
const RING_ENTRIES = 512;
const RING_BYTES = 64 << 20;
/** What a board takes of its own, roughly: for each entry since the one it shares with, or for each shape when it shares none. */
const OWN_BYTES = 200;

/** Boards that were there before, to start from again: one for every so many entries. */
export class BoardRing {
  readonly #boards = new Lru<number, KnownBoard>(RING_BYTES);

  values(): Iterable<KnownBoard> {
    return this.#boards.values();
  }

  /** Keeps the board that a way led to, when none is kept from around there. */
  keep(known: KnownBoard, { start, blocks }: Way): void {
    const slot = slotOf(known);
    if (blocks.length === 0 || this.#boards.has(slot)) return;
    const own = isKnown(start) ? known.board.seq - start.board.seq : sizeOf(known.board);
    this.#boards.set(slot, known, own * OWN_BYTES);
  }

  /** Puts a board with more ink in the place of the same one with less, if that is kept. */
  replace(known: KnownBoard, whole: KnownBoard): void {
    if (whole === known || this.#boards.peek(slotOf(known)) !== known) return;
    this.#boards.set(slotOf(known), whole, sizeOf(whole.board) * OWN_BYTES);
  }
}

function slotOf({ board }: KnownBoard): number {
  return Math.floor(board.seq / RING_ENTRIES);
}
