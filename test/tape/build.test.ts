import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EMPTY_BOARD } from "../../src/board/board.js";
import { reduce } from "../../src/board/reduce.js";
import type { Entry } from "../../src/signal/entry.js";
import { roomId, type Millis } from "../../src/signal/ids.js";
import { boardAt } from "../../src/tape/board-at.js";
import { buildTape } from "../../src/tape/build.js";
import { decodeKeyframe } from "../../src/tape/keyframe.js";
import { storedSeqs } from "../../src/tape/board-ink.js";
import type { TapePiece } from "../../src/tape/pieces.js";
import { arbitraryLog } from "../property/arbitrary-log.js";
import { fileOfPieces, open } from "./file/files.js";
import { lessonLog } from "./lesson.js";
import { arbitraryMoments, boardAfter, foldTo } from "./tape-of.js";

const room = roomId("built");
const build = (log: readonly Entry[], after = 0) =>
  buildTape({
    room,
    created: 0 as Millis,
    start: after === 0 ? null : boardAfter(log, after),
    entries: log.slice(after),
  });

/** All pieces of a tape, and what comes after them. */
async function piecesOf(log: readonly Entry[], after = 0) {
  const pieces: TapePiece[] = [];
  const building = build(log, after);
  let step = await building.next();
  for (; !step.done; step = await building.next()) pieces.push(step.value);
  return { pieces, timeline: step.value };
}

const scenario = arbitraryLog().chain((log) =>
  fc.record({ log: fc.constant(log), after: fc.nat(log.length), moments: arbitraryMoments(log) }),
);

describe("a tape made from entries", () => {
  test("has every board from where it starts", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ({ log, after, moments }) => {
        const { bytes, timeline } = await fileOfPieces(build(log, after));
        const file = await open(bytes);
        expect(await file.timeline()).toEqual(timeline);
        const from = log[after - 1]?.at ?? 0;
        for (const wall of moments.filter((moment) => moment > from)) {
          expect(await boardAt(file, wall)).toEqual(foldTo(log, wall));
        }
      }),
      { numRuns: 60 },
    );
  });

  test("is cut into blocks and keyframes as a room does it", { timeout: 60_000 }, async () => {
    const log = lessonLog({ strokes: 1500 });
    const { pieces, timeline } = await piecesOf(log);
    const blocks = pieces.filter(({ type }) => type === "block");
    expect(blocks.length).toBeGreaterThan(1);
    expect(timeline.blocks).toEqual(blocks.map(({ ref }) => ref));
    expect(timeline.blocks.at(-1)?.last).toBe(log.length);
    expect(timeline.keyframes).toEqual(pieces.filter(({ type }) => type === "keyframe").map(({ ref }) => ref));
    expect(timeline.members.map(({ name }) => name)).toEqual(["Member 1", "Member 2"]);
  });

  test(
    "refers to ink from its start board too, which stands in the first block once",
    { timeout: 60_000 },
    async () => {
      const log = lessonLog({ strokes: 400 });
      const half = log.length / 2;
      const { pieces, timeline } = await piecesOf(log, Math.floor(half));
      const [start] = pieces;
      if (start?.type !== "keyframe") throw new Error("The tape does not begin with a keyframe.");
      const board = decodeKeyframe(start.bytes);
      expect([...storedSeqs(board)]).toEqual([timeline.blocks[0]?.last]);
      expect(start.bytes.length).toBeLessThan(4000);
      const file = await open((await fileOfPieces(build(log, Math.floor(half)))).bytes);
      expect(await boardAt(file, start.ref.at)).toEqual(boardAfter(log, start.ref.seq));
    },
  );

  test("of a board and nothing more is a keyframe with all its ink", async () => {
    const log = lessonLog({ strokes: 20 });
    const { pieces, timeline } = await piecesOf(log, log.length);
    expect(pieces.map(({ type }) => type)).toEqual(["keyframe"]);
    expect(timeline.blocks).toEqual([]);
    const [start] = pieces as [TapePiece & { type: "keyframe" }];
    expect(decodeKeyframe(start.bytes)).toEqual(reduce(EMPTY_BOARD, log));
  });

  test("takes no entries that do not follow", async () => {
    const log = lessonLog({ strokes: 2 });
    await expect(piecesOf([...log.slice(0, 4), ...log.slice(5)])).rejects.toMatchObject({ code: "bad-argument" });
  });
});
