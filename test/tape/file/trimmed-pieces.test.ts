import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Entry } from "../../../src/signal/entry.js";
import type { Millis } from "../../../src/signal/ids.js";
import { boardAt } from "../../../src/tape/board-at.js";
import { trimmedPieces } from "../../../src/tape/file/trimmed-pieces.js";
import { openBlock } from "../../../src/tape/open-block.js";
import { fetchPart, partsOf } from "../../../src/tape/parts.js";
import type { TapeSource } from "../../../src/tape/tape-source.js";
import { arbitraryLog } from "../../property/arbitrary-log.js";
import { lessonLog } from "../lesson.js";
import { arbitraryCuts, arbitraryMoments, foldTo, tapeOf } from "../tape-of.js";
import { fileOf, fileOfPieces, open } from "./files.js";

const trimmed = async (source: TapeSource, from: number, to: number) =>
  open((await fileOfPieces(trimmedPieces(source, { from: from as Millis, to: to as Millis }))).bytes);

async function allEntries(source: TapeSource): Promise<Entry[]> {
  const { blocks } = await source.timeline();
  const opened = blocks.map(async (ref) =>
    openBlock(ref, await Promise.all(partsOf(ref).map((part) => fetchPart(source, part)))),
  );
  return (await Promise.all(opened)).flatMap(({ entries }) => entries);
}

const scenario = arbitraryLog().chain((log) =>
  fc.record({
    log: fc.constant(log),
    cuts: arbitraryCuts(log.length),
    edges: arbitraryMoments(log).filter((moments) => moments.length >= 2),
    moments: arbitraryMoments(log),
  }),
);

describe("a stretch of a tape as a tape of its own", () => {
  test("has its boards and entries and no others", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ({ log, cuts, edges, moments }) => {
        const [from, to] = edges.slice(0, 2).sort((a, b) => a - b) as [Millis, Millis];
        const file = await trimmed(await open(await fileOf(tapeOf(log, cuts))), from, to);
        for (const wall of moments) {
          if (wall >= from) expect(await boardAt(file, wall)).toEqual(foldTo(log, Math.min(wall, to) as Millis));
        }
        const kept = log.filter(({ at }) => at >= from && at <= to);
        expect(await allEntries(file)).toEqual(kept);
        const { created, markers } = await file.timeline();
        expect(created).toBeGreaterThanOrEqual(from);
        for (const { at } of markers) expect(at >= from && at <= to).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test("goes on over stretches that were not recorded", async () => {
    const log = lessonLog({ strokes: 60 });
    const gap = tapeOf(log, { blocks: [200, 300], keyframes: [300], unrecorded: [300] });
    const at = (seq: number) => (log[seq - 1] as Entry).at;
    const file = await trimmed(gap, at(149), at(402));
    const { blocks, keyframes } = await file.timeline();
    expect(blocks.map(({ first, last }) => [first, last])).toEqual([
      [149, 200],
      [301, 402],
    ]);
    expect(keyframes.map(({ seq }) => seq)).toEqual([148, 300]);
    for (const seq of [149, 180, 200, 310, 402]) {
      expect(await boardAt(file, at(seq))).toEqual(foldTo(log, at(seq)));
    }
  });

  test("holds nothing of what was before and after", async () => {
    const log = lessonLog({ strokes: 60 }).map((entry): Entry => {
      if (entry.signal.type !== "marker") return entry;
      return { ...entry, signal: { type: "marker", label: `secret ${entry.seq}` } };
    });
    const secret = log.filter(({ signal }) => signal.type === "marker").map(({ seq }) => seq);
    const one = secret[0] as number;
    const tape = tapeOf(log, { blocks: [300], keyframes: [] });
    const file = await trimmed(tape, (log[one + 5] as Entry).at, (log[one + 50] as Entry).at);
    expect((await file.timeline()).markers).toEqual([]);
    expect((await allEntries(file)).length).toBe(46);
  });
});
