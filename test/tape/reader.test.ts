import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Board } from "../../src/board/board.js";
import { plainBoard } from "../../src/board/plain.js";
import type { Entry } from "../../src/signal/entry.js";
import type { MemberId, Millis, Seq } from "../../src/signal/ids.js";
import { BLOCK_PARTS } from "../../src/tape/timeline.js";
import { fetchPart } from "../../src/tape/parts.js";
import { TapeReader } from "../../src/tape/reader.js";
import { arbitraryLog } from "../property/arbitrary-log.js";
import { arbitraryCuts, arbitraryMoments, foldTo, tapeOf, type TestTape } from "./tape-of.js";

/** Asks the reader for a moment and brings it what it says is missing, until the board is whole. */
async function seek(reader: TapeReader, tape: TestTape, wall: Millis): Promise<Board> {
  for (;;) {
    const answer = reader.boardAt(wall);
    if (answer.type === "board" && answer.ink.length === 0) return answer.board;
    for (const part of answer.type === "board" ? answer.ink : answer.parts) {
      reader.put(part, await fetchPart(tape, part));
    }
  }
}

/** A board in both forms in which boards are compared. */
function forms(board: Board) {
  return { board, plain: plainBoard(board) };
}

/** A log, a way to cut it, and moments to seek to. */
const scenario = arbitraryLog().chain((log) =>
  fc.record({ log: fc.constant(log), cuts: arbitraryCuts(log.length), moments: arbitraryMoments(log) }),
);

/** `count` entries, one every 10 ms from 1000 on; every fourth moves a cursor, the others set a state. */
const longLog = (count: number): Entry[] =>
  Array.from({ length: count }, (_, index) => ({
    seq: (index + 1) as Seq,
    at: (1000 + 10 * index) as Millis,
    by: 1 as MemberId,
    clientSeq: index + 1,
    signal:
      index === 0
        ? { type: "member.join", profile: { user: "u", name: "U", color: "red", role: "writer" } }
        : index % 4 === 0
          ? { type: "cursor", cursor: { page: "page" as never, x: index, y: 0 } }
          : { type: "state.set", key: `k${index % 50}`, value: index },
  }));

const every = (step: number, count: number) =>
  Array.from({ length: Math.floor(count / step) }, (_, i) => (i + 1) * step);

describe("the reader of a tape", () => {
  test(
    "has at every moment the board that folding the log leads to, whatever it was asked before",
    { timeout: 60_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(scenario, async ({ log, cuts, moments }) => {
          const tape = tapeOf(log, cuts);
          const reader = new TapeReader(tape.index);
          for (const wall of moments) expect(forms(await seek(reader, tape, wall))).toEqual(forms(foldTo(log, wall)));
        }),
        { numRuns: 100 },
      );
    },
  );

  test("has all entries of a moment at that moment", async () => {
    const log = longLog(20).map((entry) => ({ ...entry, at: (1000 + Math.floor(entry.seq / 7)) as Millis }));
    const tape = tapeOf(log, { blocks: [5, 9, 13], keyframes: [9] });
    const board = await seek(new TapeReader(tape.index), tape, 1001 as Millis);
    expect(board.seq).toBe(13);
  });

  test("knows the empty board before the first entry", async () => {
    const tape = tapeOf(longLog(5), { blocks: [], keyframes: [] });
    expect((await seek(new TapeReader(tape.index), tape, 999 as Millis)).seq).toBe(0);
    expect(tape.fetched).toEqual([]);
  });

  test("shows an unrecorded stretch as its edges: the board before it, then the keyframe after it", async () => {
    const log = longLog(30);
    const tape = tapeOf(log, { blocks: [10, 20], keyframes: [20], unrecorded: [20] });
    const reader = new TapeReader(tape.index);
    const at = (seq: number) => log[seq - 1]?.at as Millis;
    expect(forms(await seek(reader, tape, at(15)))).toEqual(forms(foldTo(log, at(10))));
    expect(forms(await seek(reader, tape, at(20)))).toEqual(forms(foldTo(log, at(20))));
    expect(forms(await seek(reader, tape, at(25)))).toEqual(forms(foldTo(log, at(25))));
    expect(forms(await seek(reader, tape, at(19)))).toEqual(forms(foldTo(log, at(10))));
    expect(forms(await seek(new TapeReader(tape.index), tape, at(25)))).toEqual(forms(foldTo(log, at(25))));
  });

  test("gives the very same board again when nothing happened in between", async () => {
    const log = longLog(20);
    const tape = tapeOf(log, { blocks: [10], keyframes: [] });
    const reader = new TapeReader(tape.index);
    const board = await seek(reader, tape, 1100 as Millis);
    expect(await seek(reader, tape, 1105 as Millis)).toBe(board);
  });
});

describe("a seek", () => {
  test.each([2_000, 8_000])("loads one keyframe and the blocks after it, on a tape of %i entries", async (count) => {
    const log = longLog(count);
    const tape = tapeOf(log, { blocks: every(100, count), keyframes: every(500, count) });
    const walls = [0.999, 0.1, 0.5, 0.25, 0.75, 0.05].map((part) => Math.round(1000 + part * 10 * count) as Millis);
    for (const wall of walls) {
      const reader = new TapeReader(tape.index);
      tape.fetched.length = 0;
      expect((await seek(reader, tape, wall)).seq).toBe(foldTo(log, wall).seq);
      expect(tape.fetched.filter((key) => key.startsWith("keyframe")).length).toBeLessThanOrEqual(1);
      expect(tape.fetched.filter((key) => key.startsWith("document")).length).toBeLessThanOrEqual(5);
      expect(tape.fetched.filter((key) => key.startsWith("presence")).length).toBeLessThanOrEqual(1);
    }
  });

  test("loads nothing twice when it goes back and forth nearby", async () => {
    const log = longLog(3000);
    const tape = tapeOf(log, { blocks: every(100, 3000), keyframes: every(500, 3000) });
    const reader = new TapeReader(tape.index);
    const walls = [2700, 2710, 2650, 2705, 2601, 2699].map((seq) => log[seq - 1]?.at as Millis);
    for (const wall of walls) await seek(reader, tape, wall);
    expect(new Set(tape.fetched).size).toBe(tape.fetched.length);
    expect(tape.fetched.filter((key) => /^(keyframe|document)/.test(key)).length).toBeLessThanOrEqual(4);
  });

  test("reaches the end even when there are more blocks after the keyframe than are kept otherwise", async () => {
    const log = longLog(300);
    const tape = tapeOf(log, { blocks: every(2, 300), keyframes: [] });
    const wall = log[299]?.at as Millis;
    expect(forms(await seek(new TapeReader(tape.index), tape, wall))).toEqual(forms(foldTo(log, wall)));
    // Every document part, and the presence part of the last block; there is no ink.
    expect(tape.fetched.length).toBe(151);
  });

  test("over thousands of entries equals the same way in small steps", async () => {
    const log = longLog(9000);
    const tape = tapeOf(log, { blocks: every(2000, 9000), keyframes: [] });
    const wall = log[8999]?.at as Millis;
    expect(forms(await seek(new TapeReader(tape.index), tape, wall))).toEqual(forms(foldTo(log, wall)));
  });
});

test("a reader that has been all over a long tape keeps no more than a bounded part of it", async () => {
  const log = longLog(1500);
  const tape = tapeOf(log, { blocks: every(10, 1500), keyframes: every(100, 1500) });
  const reader = new TapeReader(tape.index);
  for (let seq = 1500; seq > 0; seq -= 10) await seek(reader, tape, log[seq - 1]?.at as Millis);
  const loaded = tape.index.blocks.filter((ref) => reader.has({ type: "document", ref }));
  expect(loaded).toHaveLength(64);
});

/** A block goes as a whole: all its parts. */
function namesOf(key: string): string[] {
  return key.startsWith("block") ? BLOCK_PARTS.map((part) => key.replace("block", part)) : [key];
}

describe("a damaged tape", () => {
  const log = longLog(100);
  const cuts = { blocks: every(10, 100), keyframes: [30, 60] };
  const at = (seq: number) => log[seq - 1]?.at as Millis;
  const damaged = (...keys: string[]) => {
    const tape = tapeOf(log, cuts);
    for (const key of keys) for (const name of namesOf(key)) tape.parts.set(name, new Uint8Array([1, 2, 3]));
    return { tape, reader: new TapeReader(tape.index) };
  };

  test("is played on: a bad block is passed over and counted, and the next keyframe heals the board", async () => {
    const { tape, reader } = damaged("block 41-50");
    expect(forms(await seek(reader, tape, at(40)))).toEqual(forms(foldTo(log, at(40))));
    const without = log.filter(({ seq, signal }) => seq <= 40 || seq > 50 || signal.type === "cursor");
    expect(forms(await seek(reader, tape, at(55)))).toEqual(forms(foldTo(without, at(55))));
    expect(forms(await seek(reader, tape, at(60)))).toEqual(forms(foldTo(log, at(60))));
    expect(forms(await seek(reader, tape, at(75)))).toEqual(forms(foldTo(log, at(75))));
    expect([...reader.damaged.keys()]).toEqual(["document 41-50"]);
  });

  test("shows the same by playing on as by seeking", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 12 }),
        async (bad, seqs) => {
          const keys = bad.map((block) => `block ${block * 10 + 1}-${block * 10 + 10}`);
          const { tape, reader } = damaged(...keys);
          for (const seq of seqs) {
            const fresh = new TapeReader(tape.index);
            expect(forms(await seek(reader, tape, at(seq)))).toEqual(forms(await seek(fresh, tape, at(seq))));
          }
        },
      ),
    );
  });

  test("stays exact without a keyframe that cannot be read", async () => {
    const { tape, reader } = damaged("keyframe 60");
    expect(forms(await seek(reader, tape, at(75)))).toEqual(forms(foldTo(log, at(75))));
    expect([...reader.damaged.keys()]).toEqual(["keyframe 60"]);
  });

  test("says so when a part is sound but not the one that the index names", async () => {
    const { tape, reader } = damaged();
    tape.parts.set("document 61-70", tape.parts.get("document 71-80") as Uint8Array);
    tape.parts.set("keyframe 60", tape.parts.get("keyframe 30") as Uint8Array);
    await seek(reader, tape, at(65));
    expect([...reader.damaged.values()].map(({ code }) => code)).toEqual(["tape-damaged", "tape-damaged"]);
  });
});

test("what is loaded is told as stretches of time", async () => {
  const log = longLog(100);
  const tape = tapeOf(log, { blocks: every(10, 100), keyframes: [30, 60] });
  const reader = new TapeReader(tape.index);
  await seek(reader, tape, log[64]?.at as Millis);
  await seek(reader, tape, log[4]?.at as Millis);
  await seek(reader, tape, log[14]?.at as Millis);
  expect(reader.buffered()).toEqual([
    { from: 1000, to: 1190 },
    { from: 1600, to: 1690 },
  ]);
});
