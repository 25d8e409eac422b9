import { apply } from "../board/apply/apply.js";
import type { MutableBoard } from "../board/board.js";
import type { Entry } from "../signal/entry.js";
import { InktapeError } from "../signal/errors.js";
import type { Seq, ShapeId } from "../signal/ids.js";
import type { InkPoints } from "../signal/ink.js";
import type { DecodedPart } from "./decode.js";
import { inkAmong } from "./ink-among.js";
import type { DocumentPart } from "./sealed/document-part.js";
import { NO_INK, type InkTrack } from "./sealed/ink-part.js";
import { NO_PRESENCE, type PresenceTrack } from "./sealed/presence-part.js";
import type { FoldRange } from "./sealed/fold-range.js";
import { SealedTrack } from "./sealed/sealed-track.js";
import { lastIndexWhere } from "./search.js";
import type { BlockPart, BlockRef } from "./timeline.js";

/** What is at hand of one block: its entries, or some of its parts. Never changed: with another part it is another one. */
export class LoadedBlock {
  readonly #ref: BlockRef;
  readonly #whole: readonly Entry[] | null;
  readonly #document: DocumentPart | null;
  readonly #ink: InkTrack | null;
  readonly #presence: PresenceTrack | null;
  readonly #track: SealedTrack | null;
  #entries: readonly Entry[] | null = null;

  private constructor(
    ref: BlockRef,
    whole: readonly Entry[] | null,
    document: DocumentPart | null,
    ink: InkTrack | null,
    presence: PresenceTrack | null,
  ) {
    this.#ref = ref;
    this.#whole = whole;
    this.#document = document;
    this.#ink = ink;
    this.#presence = presence;
    this.#track = document && !whole ? new SealedTrack(document, ink, presence, ref.to) : null;
  }

  /** Nothing of the block yet. */
  static of(ref: BlockRef): LoadedBlock {
    const { parts } = ref;
    return new LoadedBlock(
      ref,
      null,
      null,
      parts?.ink === 0 ? NO_INK : null,
      parts?.presence === 0 ? NO_PRESENCE : null,
    );
  }

  /** With one part more. Throws `tape-damaged` when the part is not of this block. */
  with(part: DecodedPart): LoadedBlock {
    const [document, ink, presence] = [this.#document, this.#ink, this.#presence];
    switch (part.type) {
      case "block":
        checkEntries(this.#ref, part.entries);
        return new LoadedBlock(this.#ref, part.entries, null, null, null);
      case "document":
        checkDocument(this.#ref, part.document);
        return new LoadedBlock(this.#ref, this.#whole, part.document, ink, presence);
      case "ink":
        return new LoadedBlock(this.#ref, this.#whole, document, part.ink, presence);
      case "presence":
        return new LoadedBlock(this.#ref, this.#whole, document, ink, part.presence);
    }
  }

  /** True when all is there that the part would bring. */
  has(type: "block" | BlockPart): boolean {
    if (this.#whole) return true;
    return (
      (type === "document" && this.#document !== null) ||
      (type === "ink" && this.#ink !== null) ||
      (type === "presence" && this.#presence !== null)
    );
  }

  /** True when it can say who was in the room, and doing what, right before its first entry. */
  get startsPresence(): boolean {
    return this.#whole === null && this.#ref.parts !== null;
  }

  /** True when folding the range needs the ink part, which is not there. */
  needsInk(range: FoldRange): boolean {
    return this.#guarded(() => this.#track?.needsInk(range) ?? false);
  }

  /**
   * Folds the entries of the range into the board. Entries that are not at hand are left out.
   *
   * @param isAll false to pass over presence: for blocks that are folded as a whole and another one follows.
   */
  fold(board: MutableBoard, range: FoldRange, isAll: boolean): void {
    if (this.#track) this.#guarded(() => this.#track?.fold(board, range, isAll));
    else for (const entry of within(this.#whole ?? [], range)) apply(board, entry);
  }

  /** All entries; none while parts are missing. */
  get entries(): readonly Entry[] {
    if (this.#whole) return this.#whole;
    if (!this.#track || !this.#ink || !this.#presence) return [];
    const track = this.#track;
    return (this.#entries ??= this.#guarded(() => track.entries()));
  }

  /** The points that a shape had right after the entry `seq`, when the ink part is there and has them. */
  inkOf(id: ShapeId, seq: Seq): InkPoints | undefined {
    if (this.#track) return this.#ink ? this.#guarded(() => this.#track?.inkOf(id, seq)) : undefined;
    return this.#whole ? inkAmong(this.#whole, id, seq) : undefined;
  }

  /** The order of a sealed block's entries is read when it is first needed. */
  #guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (error instanceof InktapeError) throw new BlockDamaged(this.#ref, error);
      throw error;
    }
  }
}

/** Thrown where a block turns out to be damaged only when more of it is read than before. */
export class BlockDamaged extends Error {
  constructor(
    readonly ref: BlockRef,
    readonly reason: InktapeError,
  ) {
    super(reason.message);
  }
}

/** Those of the entries that the range names. */
export function within(entries: readonly Entry[], { after, until }: FoldRange): readonly Entry[] {
  const first = lastIndexWhere(entries, ({ seq }) => seq <= after) + 1;
  return entries.slice(first, lastIndexWhere(entries, ({ at }) => at <= until) + 1);
}

function checkEntries(ref: BlockRef, entries: readonly Entry[]): void {
  const [first, last] = [entries[0], entries.at(-1)];
  if (first?.seq === ref.first && last?.seq === ref.last && first.at === ref.from && last.at === ref.to) return;
  throw wrongBlock(ref, first?.seq, last?.seq);
}

function checkDocument(ref: BlockRef, { first, count }: DocumentPart): void {
  if (first !== ref.first || first + count - 1 !== ref.last) throw wrongBlock(ref, first, first + count - 1);
}

function wrongBlock(ref: BlockRef, first: number | undefined, last: number | undefined): InktapeError {
  return new InktapeError(
    "tape-damaged",
    `The block of entries ${ref.first} to ${ref.last} holds others (${first} to ${last}).`,
  );
}
