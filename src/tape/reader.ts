import { EMPTY_BOARD, type Board, type MutableBoard } from "../board/board.js";
import { InkNotLoaded } from "../board/ink-not-loaded.js";
import { change, changeCopy } from "../board/reduce.js";
import type { Entry } from "../signal/entry.js";
import type { InktapeError } from "../signal/errors.js";
import type { Millis, Seq, ShapeId } from "../signal/ids.js";
import type { InkPoints } from "../signal/ink.js";
import type { DecodedPart } from "./decode.js";
import { InkFilling, loadInk, type Sight } from "./board-ink.js";
import { BoardRing } from "./board-ring.js";
import type { KnownBoard } from "./known-board.js";
import { BlockDamaged, within } from "./loaded-block.js";
import { blocksLacking, inkPartsFor, missingInk, urgentInk } from "./lacking-ink.js";
import { keyframeKey, partKey, partsOf, type TapePart } from "./parts.js";
import { lastIndexWhere } from "./search.js";
import { passingPart, Shelf } from "./shelf.js";
import type { BlockRef, KeyframeRef, Timeline, TimeRange } from "./timeline.js";
import { damageOn, isKnown, seqOf, type Way } from "./way.js";

/** Up to this many entries are changed in one draft, which shares structure; more are folded into a copy, which is faster. */
const DRAFTED_ENTRIES = 16_384;

/** The board of a moment, or what has to be loaded first. */
export type ReaderAnswer =
  | {
      readonly type: "board";
      readonly board: Board;
      /** Parts for the ink that the board still lacks, what is in sight first. Empty: the board is whole. */
      readonly ink: readonly TapePart[];
      /** True when nothing is missing that begins in sight; without a sight, when the board is whole. */
      readonly isSightWhole: boolean;
    }
  | { readonly type: "missing"; readonly parts: readonly TapePart[] };

/** Entries, or what has to be loaded first. */
export type EntriesAnswer =
  { readonly type: "entries"; readonly entries: readonly Entry[] } | Extract<ReaderAnswer, { type: "missing" }>;

const NOTHING: KnownBoard = { board: EMPTY_BOARD, damage: 0 as Seq, stored: new Set(), inkVersion: 0 };
const NO_POINTS: InkPoints = new Int32Array(0);

/**
 * Turns the parts of a tape into boards. It loads nothing: it says what is missing, its owner brings it ({@link put}),
 * and from then on it answers at once.
 *
 * The way to a board starts at the nearest of: a board that is at hand, a keyframe. So it takes at most one keyframe and
 * the document parts of the blocks after it, however long the tape is and wherever the reader was before. Ink that is
 * not loaded yet is left out of the picture and named, so that it can come after.
 *
 * A part that cannot be read is passed over and counted. Without a keyframe the way starts at the one before and is
 * still exact. Without a block the entries after it are applied to what there is, and the next keyframe heals the board.
 */
export class TapeReader {
  readonly #shelf: Shelf;
  readonly #ring = new BoardRing();
  /** The answer before: when playing, nearly all of the next one. */
  #last: KnownBoard = NOTHING;
  readonly #filling = new InkFilling();
  /** Entries after which ink was stored that folding cannot do without. */
  readonly #needed = new Set<Seq>();

  constructor(timeline: Timeline) {
    this.#shelf = new Shelf(timeline, (id, seq) => this.#findInk(id, seq));
  }

  get timeline(): Timeline {
    return this.#shelf.timeline;
  }

  /** Goes on with a newer index of the same tape; what is loaded stays. */
  setTimeline(timeline: Timeline): void {
    this.#shelf.timeline = timeline;
  }

  /** Parts that could not be read, with the reason. */
  get damaged(): ReadonlyMap<string, InktapeError> {
    return this.#shelf.damaged;
  }

  /** True when the part is loaded, or known to be unreadable: there is no point in loading it (again). */
  has(part: TapePart): boolean {
    return this.#shelf.has(part);
  }

  /** Takes the bytes of a part. Bytes that are not what the index says count as damaged. */
  put(part: TapePart, bytes: Uint8Array): void {
    this.#shelf.put(part, bytes);
  }

  /** Takes a part of a block that was decoded elsewhere. */
  putDecoded(part: TapePart, decoded: DecodedPart): void {
    this.#shelf.putDecoded(part, decoded);
  }

  /** Gives up on a part: from now on it is passed over. */
  pass(part: TapePart, reason: InktapeError): void {
    this.#shelf.pass(part, reason);
  }

  /** Stretches of time whose blocks are loaded. */
  buffered(): TimeRange[] {
    return this.#shelf.buffered();
  }

  /** The board with every entry up to and including the moment `wall`, for somebody who sees a part of it. */
  boardAt(wall: Millis, sight: Sight | null = null): ReaderAnswer {
    try {
      return this.#sound(() => this.#answer(wall, sight));
    } catch (error) {
      if (error instanceof InkNotLoaded) return this.#waitFor(error.ink.seq, wall, sight);
      throw error;
    }
  }

  /** The newest board at hand that is not newer than `wall`, exact for its own `at`; null when there is none. */
  nearestTo(wall: Millis): Board | null {
    const known = this.#nearestKnown(wall, undefined);
    const keyframe = this.#keyframeBefore(wall, (ref) => this.#shelf.has({ type: "keyframe", ref }));
    if (keyframe && keyframe.seq > known.board.seq) {
      const answer = this.boardAt(keyframe.at);
      if (answer.type === "board") return answer.board;
    }
    return known === NOTHING ? null : known.board;
  }

  /** What has to be loaded before there is a board of the moment. */
  missingFor(wall: Millis): readonly TapePart[] {
    return this.#sound(() => this.#missingOn(this.#wayTo(wall)));
  }

  /** All entries of these blocks, which follow each other; none of those that cannot be read. Or what has to be loaded first. */
  entriesOf(blocks: readonly BlockRef[]): EntriesAnswer {
    const parts = blocks.flatMap(partsOf).filter((part) => !this.#shelf.has(part));
    this.#shelf.hold(blocks);
    if (parts.length > 0) return { type: "missing", parts };
    return { type: "entries", entries: this.#sound(() => blocks.flatMap((ref) => this.#entriesIn(ref))) };
  }

  #answer(wall: Millis, sight: Sight | null): ReaderAnswer {
    const way = this.#wayTo(wall);
    const parts = this.#missingOn(way);
    if (parts.length > 0) return { type: "missing", parts };
    this.#last = this.#complete(this.#walk(way));
    this.#ring.keep(this.#last, way);
    const { board } = this.#last;
    const urgent = urgentInk(this.#shelf, this.#last, way, sight);
    const ink = [
      ...new Map([...urgent, ...missingInk(this.#shelf, this.#last)].map((part) => [partKey(part), part])).values(),
    ];
    return { type: "board", board, ink, isSightWhole: (sight ? urgent : ink).length === 0 };
  }

  /** Those of the entries after `seq`, up to and including the moment `wall`, that are loaded. */
  entriesAfter(seq: Seq, wall: Millis): Entry[] {
    const range = { after: seq, until: wall };
    const blocks = this.#shelf.blocksBetween(seq, wall);
    return this.#sound(() => blocks.flatMap((ref) => within(this.#entriesIn(ref), range)));
  }

  #entriesIn(ref: BlockRef): readonly Entry[] {
    if (this.#shelf.damaged.has(partKey(passingPart(ref)))) return [];
    return this.#shelf.block(ref)?.entries ?? [];
  }

  #wayTo(wall: Millis): Way {
    const keyframe = this.#keyframeBefore(wall);
    const known = this.#nearestKnown(wall, keyframe);
    const start = keyframe && !this.#isAsGood(known, keyframe) ? keyframe : known;
    return { start, blocks: this.#shelf.blocksBetween(seqOf(start), wall), until: wall };
  }

  #keyframeBefore(wall: Millis, isMeant: (ref: KeyframeRef) => boolean = () => true): KeyframeRef | undefined {
    const { keyframes } = this.#shelf.timeline;
    const newest = lastIndexWhere(keyframes, ({ at }) => at <= wall);
    return keyframes.slice(0, newest + 1).findLast((ref) => !this.#shelf.damaged.has(keyframeKey(ref)) && isMeant(ref));
  }

  /** The newest board at hand that is not newer than `wall`, unless the keyframe knows better. */
  #nearestKnown(wall: Millis, keyframe: KeyframeRef | undefined): KnownBoard {
    let nearest = NOTHING;
    for (const known of [this.#last, ...this.#ring.values()]) {
      const isHealed = known.damage > 0 && keyframe !== undefined && keyframe.seq >= known.damage;
      if (known.board.at <= wall && known.board.seq > nearest.board.seq && !isHealed) nearest = known;
    }
    return nearest;
  }

  /** True when going on from the board reaches the keyframe over every entry, and costs less. */
  #isAsGood({ board }: KnownBoard, keyframe: KeyframeRef): boolean {
    if (board.seq >= keyframe.seq) return true;
    if (keyframe.seq - board.seq > DRAFTED_ENTRIES && this.#shelf.has({ type: "keyframe", ref: keyframe }))
      return false;
    let [seq, bytes] = [board.seq, 0];
    for (const ref of this.#shelf.blocksBetween(board.seq, keyframe.at)) {
      if (seq >= keyframe.seq) break;
      const part = passingPart(ref);
      if (ref.first > seq + 1 || this.#shelf.damaged.has(partKey(part))) return false;
      bytes += this.#shelf.has(part) ? 0 : Math.max(1, ref.parts?.document ?? ref.bytes);
      if (bytes > keyframe.bytes) return false;
      seq = ref.last;
    }
    return seq >= keyframe.seq;
  }

  #missingOn({ start, blocks, until }: Way): TapePart[] {
    const parts: TapePart[] = isKnown(start) ? [] : [{ type: "keyframe", ref: start }];
    const presenceFrom = this.#presenceFrom(blocks);
    blocks.forEach((ref, index) => {
      parts.push(passingPart(ref));
      if (ref.parts && index >= presenceFrom) parts.push({ type: "presence", ref });
      const range = { after: seqOf(start), until };
      if (ref.parts && this.#shelf.block(ref)?.needsInk(range)) parts.push({ type: "ink", ref });
    });
    this.#shelf.hold(blocks);
    return parts.filter((part) => !this.#shelf.has(part));
  }

  /** From which block on presence has to be read: the last one that tells who was doing what when it began. */
  #presenceFrom(blocks: readonly BlockRef[]): number {
    const isSound = (ref: BlockRef) =>
      !partsOf(ref).some((part) => part.type !== "ink" && this.#shelf.damaged.has(partKey(part)));
    const starts = (ref: BlockRef) => this.#shelf.block(ref)?.startsPresence ?? ref.parts !== null;
    return Math.max(
      0,
      blocks.findLastIndex((ref) => starts(ref) && isSound(ref)),
    );
  }

  #walk({ start, blocks, until }: Way): KnownBoard {
    const fold = (board: MutableBoard) => {
      if (this.#needed.size > 0) loadInk(board, this.#findInk);
      const after = board.seq;
      const presenceFrom = this.#presenceFrom(blocks);
      blocks.forEach((ref, index) => this.#shelf.block(ref)?.fold(board, { after, until }, index >= presenceFrom));
    };
    const stored = blocks.filter((ref) => ref.parts && !this.#shelf.block(ref)?.has("ink")).map(({ first }) => first);
    const damage = damageOn(start, blocks, (ref) => this.#shelf.damaged.has(partKey(passingPart(ref))));
    if (!isKnown(start)) {
      const { board, homes } = this.#shelf.openKeyframe(start);
      fold(board);
      return { board, damage, stored: blocksLacking(this.#shelf, [homes, stored]), inkVersion: this.#shelf.inkVersion };
    }
    const from = this.#completeInRing(start);
    const isNear = (blocks.at(-1)?.last ?? 0) - from.board.seq <= DRAFTED_ENTRIES && this.#needed.size === 0;
    const board = isNear ? change(from.board, fold) : changeCopy(from.board, fold);
    return { board, damage, stored: new Set([...from.stored, ...stored]), inkVersion: from.inkVersion };
  }

  /** Puts in the ink that came since the board was made. */
  #complete(known: KnownBoard): KnownBoard {
    if (known.stored.size === 0 || known.inkVersion === this.#shelf.inkVersion) return known;
    const hasCome = [...known.stored].some((first) => inkPartsFor(this.#shelf, first).length === 0);
    if (!hasCome) return { ...known, inkVersion: this.#shelf.inkVersion };
    const stored = new Set([...known.stored].filter((first) => inkPartsFor(this.#shelf, first).length > 0));
    const { inkVersion } = this.#shelf;
    return { ...known, board: this.#filling.fill(known.board, this.#findInk, inkVersion), stored, inkVersion };
  }

  readonly #findInk = (id: ShapeId, seq: Seq): InkPoints | undefined => {
    const points = this.#shelf.inkOf(id, seq);
    const ref = this.#shelf.blockOf(seq);
    // Ink that is damaged cannot be waited for where a stroke goes on from it.
    const isLost = !points && ref && this.#needed.has(seq) && this.#shelf.has({ type: "ink", ref });
    return isLost ? NO_POINTS : points;
  };

  #waitFor(seq: Seq, wall: Millis, sight: Sight | null): ReaderAnswer {
    this.#needed.add(seq);
    const parts = inkPartsFor(this.#shelf, seq);
    return parts.length > 0 ? { type: "missing", parts } : this.boardAt(wall, sight);
  }

  /** A board of the ring with the ink that came since, in its own place: so that it is looked for once. */
  #completeInRing(known: KnownBoard): KnownBoard {
    const whole = this.#complete(known);
    this.#ring.replace(known, whole);
    return whole;
  }

  /** Does it; when a block turns out to be damaged it counts as such, and it is done without it. */
  #sound<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof BlockDamaged)) throw error;
      this.pass({ type: "document", ref: error.ref }, error.reason);
      return this.#sound(work);
    }
  }
}
