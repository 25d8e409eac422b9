import type { Board } from "../../src/board/board.js";
import { EMPTY_BOARD } from "../../src/board/board.js";
import { thaw } from "../../src/board/reduce.js";
import type { Millis } from "../../src/signal/ids.js";
import { openBlock } from "../../src/tape/open-block.js";
import { partsOf, type TapePart } from "../../src/tape/parts.js";
import { TapeReader } from "../../src/tape/reader.js";
import { openSealed } from "../../src/tape/sealed/sealed-block.js";
import type { BlockRef } from "../../src/tape/timeline.js";
import { seededRandom } from "../property/seeded.js";
import { cpuMillisecondsOf, median } from "./rate.js";
import type { YearTape } from "./year-tape.js";

const PASSES = 5;
/** How far away a hot seek goes, in entries. */
const NEAR = 4096;
/** Places of hot seeks, and seeks at each. */
const PLACES = 10;
const SEEKS = 50;
/** A player passes so many entries with each picture. */
const STEP = 8;

/** One seek by a reader that has nothing but the index. */
export interface ColdSeek {
  /** From bytes at hand to board, milliseconds of CPU: the median of several passes. */
  readonly ms: number;
  /** Bytes that had to be there; ink that the board may be shown without is not among them. */
  readonly bytes: number;
}

/**
 * Moments that are spread evenly over the entries of a tape, always the same.
 *
 * @param after how many entries of the beginning are left out.
 */
export function randomTimes({ timeline: { blocks } }: YearTape, count: number, after: number): Millis[] {
  const random = seededRandom(7);
  const last = blocks.at(-1)?.last ?? 0;
  return Array.from({ length: count }, () => {
    const seq = after + 1 + Math.floor(random() * (last - after));
    const block = blocks.find((ref) => ref.last >= seq) as BlockRef;
    return Math.floor(block.from + random() * (block.to - block.from)) as Millis;
  });
}

/** Cold seeks to each of the moments, after a pass that is not counted. */
export function coldSeeks(tape: YearTape, times: readonly Millis[]): ColdSeek[] {
  const passes = Array.from({ length: PASSES + 1 }, () => times.map((time) => coldSeek(tape, time))).slice(1);
  return times.map((_, index) => {
    return { ms: median(passes.map((pass) => pass[index]!.ms)), bytes: passes[0]![index]!.bytes };
  });
}

/** A board by a reader that had nothing but the index, with the reader. */
export function openAt(tape: YearTape, time: Millis): { reader: TapeReader; board: Board; bytes: number } {
  const reader = new TapeReader(tape.timeline);
  let bytes = 0;
  for (;;) {
    const answer = reader.boardAt(time);
    if (reader.damaged.size > 0) throw [...reader.damaged.values()][0];
    if (answer.type === "board") return { reader, board: answer.board, bytes };
    for (const part of answer.parts) bytes += put(reader, tape, part);
  }
}

function coldSeek(tape: YearTape, time: Millis): ColdSeek {
  let bytes = 0;
  const ms = cpuMillisecondsOf(() => ({ bytes } = openAt(tape, time)));
  return { ms, bytes };
}

/** Milliseconds of CPU of seeks to random moments within {@link NEAR} entries of where a reader has played, with all parts at hand. */
export function hotSeeks(tape: YearTape, times: readonly Millis[]): number[] {
  const random = seededRandom(8);
  return times.slice(0, PLACES).flatMap((time) => {
    const { reader, board } = openAt(tape, time);
    const moments = momentsAround(tape, board.seq);
    for (let at = 0; at < moments.length; at += STEP) settle(reader, tape, moments[at] as Millis);
    return Array.from({ length: SEEKS }, () => {
      const moment = moments[Math.floor(random() * moments.length)] as Millis;
      return cpuMillisecondsOf(() => void reader.boardAt(moment));
    });
  });
}

/** Milliseconds of CPU of folding every document entry of the tape, decoding included, and the presence of its last block. */
export function foldWhole(tape: YearTape): number {
  return cpuMillisecondsOf(() => foldAll(tape));
}

function foldAll(tape: YearTape): void {
  const board = thaw(EMPTY_BOARD);
  tape.timeline.blocks.forEach((ref, index, { length }) => {
    const isLast = index === length - 1;
    const presence = isLast && ref.parts?.presence ? { presence: tape.part({ type: "presence", ref }) } : {};
    const parts = { document: tape.part({ type: "document", ref }), ...presence };
    openSealed(parts, ref.to).fold(board, { after: board.seq, until: ref.to }, isLast);
  });
  if (board.seq !== tape.timeline.blocks.at(-1)?.last) throw new Error(`The fold ended at entry ${board.seq}.`);
}

/** The times of the entries around one, as a player that passes them would ask for them. */
function momentsAround(tape: YearTape, seq: number): Millis[] {
  const near = tape.timeline.blocks.filter(({ first, last }) => last > seq - NEAR && first < seq + NEAR);
  const entries = near.flatMap(
    (ref) =>
      openBlock(
        ref,
        partsOf(ref).map((part) => tape.part(part)),
      ).entries,
  );
  return entries.filter((entry) => Math.abs(entry.seq - seq) < NEAR).map(({ at }) => at);
}

/** Asks for a board until it is there with all its ink near by, as a player does that plays on from it. */
function settle(reader: TapeReader, tape: YearTape, time: Millis): void {
  for (;;) {
    const answer = reader.boardAt(time);
    if (answer.type === "board") {
      for (const part of answer.ink.slice(0, 1)) put(reader, tape, part);
      return;
    }
    for (const part of answer.parts) put(reader, tape, part);
  }
}

function put(reader: TapeReader, tape: YearTape, part: TapePart): number {
  const bytes = tape.part(part);
  reader.put(part, bytes);
  return bytes.length;
}
