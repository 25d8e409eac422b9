import { EMPTY_BOARD, type Board } from "../board/board.js";
import { fold, reduce, thaw } from "../board/reduce.js";
import type { Entry } from "../signal/entry.js";
import { InktapeError } from "../signal/errors.js";
import type { Millis, Seq } from "../signal/ids.js";
import { decodeBlock } from "./block.js";
import { decodeKeyframe } from "./keyframe.js";
import { Lru } from "./lru.js";
import { blockKey, keyframeKey, partKey, type TapePart } from "./parts.js";
import { lastIndexWhere } from "./search.js";
import type { BlockRef, KeyframeRef, Timeline, TimeRange } from "./timeline.js";

/** Decoded blocks and boards that are kept, so that going back and forth loads and folds nothing twice. */
const KEPT_BLOCKS = 64;
const KEPT_BOARDS = 32;
/** Room for blocks that are loaded ahead while a long way is kept. */
const SPARE_BLOCKS = 8;
/** Up to this many entries go through one `reduce`, which shares structure; more are folded, which is faster. */
const REDUCED_ENTRIES = 4096;

/** The board of a moment, or what has to be loaded first. */
export type ReaderAnswer =
  { readonly type: "board"; readonly board: Board } | { readonly type: "missing"; readonly parts: readonly TapePart[] };

/** A board that is at hand. */
interface Known {
  readonly board: Board;
  /** Seq up to which entries may be missing in it, because a block could not be read; 0 when none are. */
  readonly damage: Seq;
}

/** A way to a moment's board: where to start, and the blocks to go through. */
interface Way {
  readonly start: Known | KeyframeRef;
  readonly blocks: readonly BlockRef[];
}

function isKnown(start: Way["start"]): start is Known {
  return "board" in start;
}

const NOTHING: Known = { board: EMPTY_BOARD, damage: 0 as Seq };

/**
 * Turns the parts of a tape into boards. It loads nothing: it says what is missing, its owner brings it ({@link put}),
 * and from then on it answers at once.
 *
 * The way to a board starts at the nearest of: a board that is at hand, a keyframe. So it takes at most one keyframe and
 * the blocks after it, however long the tape is and wherever the reader was before.
 *
 * A part that cannot be read is passed over and counted. Without a keyframe the way starts at the one before and is
 * still exact. Without a block the entries after it are applied to what there is, and the next keyframe heals the board.
 */
export class TapeReader {
  #timeline: Timeline;
  readonly #blocks = new Lru<string, readonly Entry[]>(KEPT_BLOCKS);
  /** By the first seq of a block: the board right before it. By keyframe: its board. */
  readonly #boards = new Lru<string, Known>(KEPT_BOARDS);
  readonly #damaged = new Map<string, InktapeError>();
  /** The answer before: when playing, nearly all of the next one. */
  #last: Known = NOTHING;

  constructor(timeline: Timeline) {
    this.#timeline = timeline;
  }

  get timeline(): Timeline {
    return this.#timeline;
  }

  /** Goes on with a newer index of the same tape; what is loaded stays. */
  setTimeline(timeline: Timeline): void {
    this.#timeline = timeline;
  }

  /** Parts that could not be read, with the reason. */
  get damaged(): ReadonlyMap<string, InktapeError> {
    return this.#damaged;
  }

  /** True when the part is loaded, or known to be unreadable: there is no point in loading it (again). */
  has(part: TapePart): boolean {
    const key = partKey(part);
    return this.#damaged.has(key) || (part.type === "block" ? this.#blocks.has(key) : this.#boards.has(key));
  }

  /** Takes the bytes of a part. Bytes that are not what the index says count as damaged. */
  put(part: TapePart, bytes: Uint8Array): void {
    try {
      if (part.type === "block") this.#blocks.set(partKey(part), readBlock(part.ref, bytes));
      else this.#boards.set(partKey(part), { board: readKeyframe(part.ref, bytes), damage: 0 as Seq });
    } catch (error) {
      if (!(error instanceof InktapeError)) throw error;
      this.pass(part, error);
    }
  }

  /** Gives up on a part: from now on it is passed over. */
  pass(part: TapePart, reason: InktapeError): void {
    this.#damaged.set(partKey(part), reason);
  }

  /** The board with every entry up to and including the moment `wall`. */
  boardAt(wall: Millis): ReaderAnswer {
    const way = this.#wayTo(wall);
    const parts = this.#missingOn(way);
    if (parts.length > 0 || !isKnown(way.start)) return { type: "missing", parts };
    this.#last = this.#walk(way.start, way.blocks, wall);
    return { type: "board", board: this.#last.board };
  }

  /** What has to be loaded for the board of that moment. */
  missingAt(wall: Millis): readonly TapePart[] {
    return this.#missingOn(this.#wayTo(wall));
  }

  /** Those of the entries after `seq`, up to and including the moment `wall`, that are loaded. */
  entriesAfter(seq: Seq, wall: Millis): Entry[] {
    return this.#blocksBetween(seq, wall).flatMap((ref) => this.#entriesOf(ref, seq, wall));
  }

  /** Stretches of time whose blocks are loaded. */
  buffered(): TimeRange[] {
    const ranges: TimeRange[] = [];
    let before: BlockRef | undefined;
    for (const ref of this.#timeline.blocks) {
      if (!this.#blocks.has(blockKey(ref))) continue;
      const last = ranges.at(-1);
      if (last && before?.last === ref.first - 1) ranges[ranges.length - 1] = { from: last.from, to: ref.to };
      else ranges.push({ from: ref.from, to: ref.to });
      before = ref;
    }
    return ranges;
  }

  #wayTo(wall: Millis): Way {
    const keyframe = this.#keyframeBefore(wall);
    const known = this.#nearestKnown(wall, keyframe);
    const start = keyframe && !this.#isAsGood(known, keyframe) ? keyframe : known;
    return { start, blocks: this.#blocksBetween(isKnown(start) ? start.board.seq : start.seq, wall) };
  }

  #keyframeBefore(wall: Millis): KeyframeRef | undefined {
    const { keyframes } = this.#timeline;
    const newest = lastIndexWhere(keyframes, ({ at }) => at <= wall);
    return keyframes.slice(0, newest + 1).findLast((ref) => !this.#damaged.has(keyframeKey(ref)));
  }

  /** The newest board at hand that is not newer than `wall`, unless the keyframe knows better. */
  #nearestKnown(wall: Millis, keyframe: KeyframeRef | undefined): Known {
    let nearest = NOTHING;
    for (const known of [this.#last, ...this.#boards.values()]) {
      const isHealed = known.damage > 0 && keyframe !== undefined && keyframe.seq >= known.damage;
      if (known.board.at <= wall && known.board.seq > nearest.board.seq && !isHealed) nearest = known;
    }
    return nearest;
  }

  /** The blocks with entries after `seq` that begin at or before `wall`. */
  #blocksBetween(seq: Seq, wall: Millis): BlockRef[] {
    const { blocks } = this.#timeline;
    const first = lastIndexWhere(blocks, ({ last }) => last <= seq) + 1;
    const last = lastIndexWhere(blocks, ({ from }) => from <= wall);
    return blocks.slice(first, last + 1);
  }

  /** True when going on from the board reaches the keyframe over every entry, and less has to be loaded for it. */
  #isAsGood({ board }: Known, keyframe: KeyframeRef): boolean {
    let [seq, bytes] = [board.seq, 0];
    for (const ref of this.#blocksBetween(board.seq, keyframe.at)) {
      const key = blockKey(ref);
      if (seq >= keyframe.seq) break;
      if (ref.first > seq + 1 || this.#damaged.has(key)) return false;
      bytes += this.#blocks.has(key) ? 0 : Math.max(1, ref.bytes);
      if (bytes > keyframe.bytes) return false;
      seq = ref.last;
    }
    return seq >= keyframe.seq;
  }

  #missingOn({ start, blocks }: Way): TapePart[] {
    const parts: TapePart[] = blocks.map((ref) => ({ type: "block", ref }));
    if (!isKnown(start)) parts.unshift({ type: "keyframe", ref: start });
    // What is on the way must not be forgotten while the rest of it comes.
    this.#blocks.capacity = Math.max(KEPT_BLOCKS, blocks.length + SPARE_BLOCKS);
    for (const ref of blocks) this.#blocks.get(blockKey(ref));
    return parts.filter((part) => !this.has(part));
  }

  /** Goes to the edge of the last block first and keeps that board: from there every moment of the block is near. */
  #walk(start: Known, blocks: readonly BlockRef[], wall: Millis): Known {
    const target = blocks.at(-1);
    if (!target) return start;
    const edge = start.board.seq >= target.first - 1 ? start : this.#advance(start, blocks.slice(0, -1), wall);
    const key = `edge ${target.first}`;
    if (!this.#boards.get(key)) this.#boards.set(key, edge);
    return this.#advance(edge, [target], wall);
  }

  #advance({ board, damage }: Known, blocks: readonly BlockRef[], wall: Millis): Known {
    let seq = board.seq;
    let hurt = damage;
    for (const ref of blocks) {
      if (ref.first > seq + 1) hurt = (ref.first - 1) as Seq;
      if (this.#damaged.has(blockKey(ref))) hurt = ref.last;
      seq = ref.last;
    }
    const entries = blocks.flatMap((ref) => this.#entriesOf(ref, board.seq, wall));
    return { board: advance(board, entries), damage: hurt };
  }

  #entriesOf(ref: BlockRef, after: Seq, wall: Millis): readonly Entry[] {
    const entries = this.#blocks.get(blockKey(ref)) ?? [];
    const first = lastIndexWhere(entries, ({ seq }) => seq <= after) + 1;
    return entries.slice(first, lastIndexWhere(entries, ({ at }) => at <= wall) + 1);
  }
}

function advance(board: Board, entries: readonly Entry[]): Board {
  if (entries.length <= REDUCED_ENTRIES) return reduce(board, entries);
  const own = thaw(board);
  fold(own, entries);
  return own;
}

function readBlock(ref: BlockRef, bytes: Uint8Array): Entry[] {
  const entries = decodeBlock(bytes);
  const [first, last] = [entries[0], entries.at(-1)];
  if (first?.seq !== ref.first || last?.seq !== ref.last || first.at !== ref.from || last.at !== ref.to) {
    throw new InktapeError(
      "tape-damaged",
      `The block of entries ${ref.first} to ${ref.last} holds others (${first?.seq} to ${last?.seq}).`,
    );
  }
  return entries;
}

function readKeyframe(ref: KeyframeRef, bytes: Uint8Array): Board {
  const board = decodeKeyframe(bytes);
  if (board.seq !== ref.seq || board.at !== ref.at) {
    throw new InktapeError("tape-damaged", `The keyframe after entry ${ref.seq} is that after ${board.seq}.`);
  }
  return board;
}
