import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reduce } from "../../src/board/reduce.js";
import type { Entry } from "../../src/signal/entry.js";
import { shapeId, type MemberId, type Millis } from "../../src/signal/ids.js";
import { encodeKeyframe } from "../../src/tape/encode-keyframe.js";
import { blockKey, keyframeKey } from "../../src/tape/parts.js";
import { sealBlock } from "../../src/tape/seal.js";
import type { TapeSource } from "../../src/tape/tape-source.js";
import { verifyTape } from "../../src/tape/verify.js";
import { arbitraryLog } from "../property/arbitrary-log.js";
import { trimmedPieces } from "../../src/tape/file/trimmed-pieces.js";
import { fileOfPieces, open } from "./file/files.js";
import { lessonLog } from "./lesson.js";
import { arbitraryCuts, boardAfter, tapeOf } from "./tape-of.js";

async function faultsOf(source: TapeSource): Promise<string[]> {
  const faults: string[] = [];
  for await (const fault of verifyTape(source)) faults.push(fault);
  return faults;
}

const log = lessonLog({ strokes: 60 });
const cuts = { blocks: [200, 400, 600], keyframes: [200, 400, 600] };
const good = () => tapeOf(log, cuts);

describe("a tape that is looked through", () => {
  test("is sound, whatever it holds", { timeout: 120_000 }, async () => {
    const scenario = arbitraryLog().chain((log) => fc.tuple(fc.constant(log), arbitraryCuts(log.length)));
    await fc.assert(
      fc.asyncProperty(scenario, async ([log, cuts]) => {
        expect(await faultsOf(tapeOf(log, cuts))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("is sound with stretches that were not recorded, and when it was cut out", async () => {
    expect(await faultsOf(tapeOf(log, { ...cuts, unrecorded: [400] }))).toEqual([]);
    const [from, to] = [(log[250] as Entry).at, (log[650] as Entry).at];
    const { bytes } = await fileOfPieces(trimmedPieces(good(), { from, to }));
    expect(await faultsOf(await open(bytes))).toEqual([]);
  });

  test("has each part that was changed named", { timeout: 60_000 }, async () => {
    for (const key of good().parts.keys()) {
      const tape = good();
      const bytes = tape.parts.get(key)!.slice();
      if (bytes.length === 0) continue;
      bytes[bytes.length - 1]! ^= 1;
      tape.parts.set(key, bytes);
      const faults = await faultsOf(tape);
      expect(faults.length).toBeGreaterThan(0);
      expect(faults.join(" ")).toContain("does not match its checksum");
    }
  });

  test("has parts of another size named", async () => {
    const tape = good();
    const [first] = tape.index.blocks;
    const index = { ...tape.index, keyframes: tape.index.keyframes.map((ref) => ({ ...ref, bytes: ref.bytes + 1 })) };
    const faults = await faultsOf({ ...tape, timeline: async () => index });
    expect(faults).toHaveLength(3);
    expect(faults[0]).toContain("where the index says");
    expect(await faultsOf({ ...tape, part: (_, part) => tape.part(first!, part) })).not.toEqual([]);
  });

  test("has a keyframe that is another board named", async () => {
    const tape = good();
    const other = boardAfter(log, 400);
    const moved = reduce(other, [
      {
        seq: 401 as Entry["seq"],
        at: 0 as Millis,
        by: 1 as MemberId,
        clientSeq: 0,
        signal: { type: "shapes.move", ids: [shapeId(1 as MemberId, 0)], dx: 1, dy: 0 },
      },
    ]);
    const bytes = encodeKeyframe({ ...moved, seq: other.seq, at: other.at });
    tape.parts.set(keyframeKey(other), bytes);
    const [keyframe] = tape.index.keyframes.filter(({ seq }) => seq === 400);
    Object.assign(keyframe!, { bytes: bytes.length });
    expect(await faultsOf(tape)).toEqual([
      "The keyframe after entry 400 is not the board that the entries up to there make.",
    ]);
  });

  test("has ink that is missing, or other, named", async () => {
    const tape = good();
    const [block] = tape.index.blocks;
    const lost = structuredClone(log.slice(0, 200)).map((entry): Entry => {
      const { signal } = entry;
      if (signal.type !== "ink.append") return entry;
      return {
        ...entry,
        signal: { ...signal, points: signal.points.map((value, at) => value + (at % 4 === 0 ? 1 : 0)) },
      };
    });
    const { parts, info } = sealBlock(lost, { before: boardAfter(log, 0) });
    for (const part of ["document", "ink", "presence"] as const) tape.parts.set(blockKey(block!, part), parts[part]);
    Object.assign(block!, { parts: info.parts, bytes: info.bytes });
    const faults = await faultsOf(tape);
    expect(faults.length).toBeGreaterThanOrEqual(3);
    const gone = { ...tape.index, blocks: tape.index.blocks.slice(1) };
    const missing = await faultsOf({ ...tape, timeline: async () => gone });
    expect(missing.join(" ")).toContain("which is in no block of the tape");
  });
});
