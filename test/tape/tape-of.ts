import fc from "fast-check";
import { EMPTY_BOARD, type Board } from "../../src/board/board.js";
import { fold, reduce, thaw } from "../../src/board/reduce.js";
import type { Entry } from "../../src/signal/entry.js";
import { InktapeError } from "../../src/signal/errors.js";
import { roomId, type Millis } from "../../src/signal/ids.js";
import { InkHomes } from "../../src/tape/ink-homes.js";
import { encodeKeyframe } from "../../src/tape/encode-keyframe.js";
import { blockKey, keyframeKey } from "../../src/tape/parts.js";
import { sealBlock } from "../../src/tape/seal.js";
import type { InkForm } from "../../src/tape/sealed/ink-part.js";
import type { TapeSource } from "../../src/tape/tape-source.js";
import { timelineOf } from "../../src/tape/timeline-of.js";
import { BLOCK_PARTS, type KeyframeRef, type Timeline } from "../../src/tape/timeline.js";

/** How a log is cut into a tape, as seqs. */
export interface Cuts {
  /** The last entries of the blocks; the last entry of the log is one always. */
  readonly blocks: readonly number[];
  /** Where keyframes stand: at the ends of blocks, or right before them. */
  readonly keyframes: readonly number[];
  /** Entries that were not recorded, by the last seq of their block; a keyframe has to stand at the end of each run. */
  readonly unrecorded?: readonly number[];
}

/** A tape in memory that counts what is asked of it. */
export interface TestTape extends TapeSource {
  readonly index: Timeline;
  /** The bytes by the name of the part. To damage a part, put other bytes here. */
  readonly parts: Map<string, Uint8Array>;
  /** Names of the parts that were fetched, in order. */
  readonly fetched: string[];
}

/** Seals a whole log into a tape. */
export function tapeOf(log: readonly Entry[], cuts: Cuts, form: InkForm = "fine"): TestTape {
  const parts = new Map<string, Uint8Array>();
  const edges = [0, ...new Set(cuts.blocks.filter((seq) => seq < log.length)), log.length].sort((a, b) => a - b);
  const runs = edges.slice(1).map((edge, index) => log.slice(edges[index], edge));
  const recorded = runs.filter((run) => run.length > 0 && !cuts.unrecorded?.includes(run.at(-1)?.seq ?? 0));
  const homes = new InkHomes();
  const boards = boardsOf(log);
  const infos = recorded.map((run) => {
    const [first, last] = [run[0] as Entry, run.at(-1) as Entry];
    const before = boards[first.seq - 1] as Board;
    const inks = homes.homeless(before, boards[last.seq] as Board, first.seq);
    const block = sealBlock(run, { before, inks, form });
    for (const { points } of inks) homes.settle(points, last.seq);
    for (const part of BLOCK_PARTS) parts.set(blockKey(block.info, part), block.parts[part]);
    return block.info;
  });
  const keyframes = [...new Set(cuts.keyframes)]
    .sort((a, b) => a - b)
    .map((seq): KeyframeRef => {
      const board = boards[seq] as Board;
      const bytes = encodeKeyframe(board, homes.of);
      parts.set(keyframeKey(board), bytes);
      return { seq: board.seq, at: board.at, bytes: bytes.length };
    });
  const index = timelineOf({
    room: roomId("test"),
    created: log[0]?.at ?? (0 as Millis),
    now: log.at(-1)?.at ?? (0 as Millis),
    isLive: false,
    infos,
    keyframes,
    tail: [],
  });
  const fetched: string[] = [];
  const fetchPart = async (key: string) => {
    fetched.push(key);
    const bytes = parts.get(key);
    if (!bytes) throw new InktapeError("not-found", `There is no ${key}.`);
    return bytes;
  };
  return {
    index,
    parts,
    fetched,
    timeline: async () => index,
    block: (ref) => fetchPart(blockKey(ref)),
    part: (ref, part) => fetchPart(blockKey(ref, part)),
    keyframe: (ref) => fetchPart(keyframeKey(ref)),
  };
}

/** The board after each entry, by seq, sharing structure from one to the next. */
export function boardsOf(log: readonly Entry[]): Board[] {
  const boards = [EMPTY_BOARD as Board];
  for (const entry of log) boards.push(reduce(boards.at(-1) as Board, [entry]));
  return boards;
}

/** Random cuts of a log of `length` entries. */
export function arbitraryCuts(length: number): fc.Arbitrary<Cuts> {
  const seq = fc.integer({ min: 1, max: Math.max(1, length) });
  return fc.record({
    blocks: fc.array(seq, { maxLength: 8 }).map((seqs) => seqs.sort((a, b) => a - b)),
    keyframes: fc.array(seq, { maxLength: 4 }),
  });
}

/** The board by folding the log from its first entry: what every other way is measured by. */
export function boardAfter(log: readonly Entry[], seq: number): Board {
  return reduce(EMPTY_BOARD, log.slice(0, seq));
}

/** The board of the moment `wall`, by folding from the first entry on the plain executor. */
export function foldTo(log: readonly Entry[], wall: Millis): Board {
  const board = thaw(EMPTY_BOARD);
  fold(
    board,
    log.filter(({ at }) => at <= wall),
  );
  return board;
}

/** Moments worth asking for: those of entries, just before and after, and anything in and around the log. */
export function arbitraryMoments(log: readonly Entry[]): fc.Arbitrary<Millis[]> {
  const near = fc
    .tuple(fc.nat(Math.max(0, log.length - 1)), fc.integer({ min: -1, max: 1 }))
    .map(([index, off]) => (log[index]?.at ?? 0) + off);
  const [first, last] = [log[0]?.at ?? 0, log.at(-1)?.at ?? 0];
  const any = fc.integer({ min: first - 10, max: last + 10 });
  return fc.array(fc.oneof({ weight: 3, arbitrary: near }, any), { minLength: 1, maxLength: 12 }) as fc.Arbitrary<
    Millis[]
  >;
}
