import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Entry } from "../../../src/signal/entry.js";
import { isInktapeError } from "../../../src/signal/errors.js";
import type { Seq } from "../../../src/signal/ids.js";
import { decodeBlock } from "../../../src/tape/block.js";
import { encodeBlock } from "../../../src/tape/encode-block.js";
import { boardAt } from "../../../src/tape/board-at.js";
import { openTapeFile } from "../../../src/tape/file/open.js";
import { bytesReader } from "../../../src/tape/file/ranges.js";
import { fetchPart, partsOf } from "../../../src/tape/parts.js";
import { TapeReader } from "../../../src/tape/reader.js";
import type { TapeSource } from "../../../src/tape/tape-source.js";
import { timelineOf } from "../../../src/tape/timeline-of.js";
import { arbitraryLog } from "../../property/arbitrary-log.js";
import { arbitraryCuts, arbitraryMoments, boardAfter, foldTo, tapeOf } from "../tape-of.js";
import { fileOf, longLog, open, seek } from "./files.js";

/** A log, a tape of it, and moments. */
const scenario = arbitraryLog().chain((log) =>
  fc.record({
    log: fc.constant(log),
    tape: arbitraryCuts(log.length).map((cuts) => tapeOf(log, cuts)),
    moments: arbitraryMoments(log),
  }),
);

/** A tape of which everything from the entry `from` on is not sealed. */
function unsealedFrom(log: readonly Entry[], from: number, cuts: Parameters<typeof tapeOf>[1]): TapeSource {
  const sealed = tapeOf(log.slice(0, from), cuts);
  const { room, created, now, blocks, keyframes } = sealed.index;
  const infos = blocks.map((ref) => ({ ...ref, stretches: [], markers: [], members: [] }));
  return {
    ...sealed,
    timeline: async () => timelineOf({ room, created, now, isLive: true, infos, keyframes, tail: log.slice(from) }),
    block: async ({ first, last }) => encodeBlock(log.slice(first - 1, last)),
  };
}

const runs = { numRuns: 60 };
const patient = { timeout: 120_000 };

describe("a tape in one file", () => {
  test("has the index and every part of the tape that it was made from", patient, async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ({ tape }) => {
        const file = await open(await fileOf(tape));
        expect(await file.timeline()).toEqual(tape.index);
        for (const part of [
          ...tape.index.blocks.flatMap(partsOf),
          ...tape.index.keyframes.map((ref) => ({ type: "keyframe" as const, ref })),
        ]) {
          expect(await fetchPart(file, part)).toEqual(new Uint8Array(await fetchPart(tape, part)));
        }
      }),
      runs,
    );
  });

  test("has fine ink, whatever ink its source has, and whenever that is refined", patient, async () => {
    let plainer = 0;
    const plainScenario = arbitraryLog().chain((log) => arbitraryCuts(log.length).map((cuts) => ({ log, cuts })));
    await fc.assert(
      fc.asyncProperty(plainScenario, async ({ log, cuts }) => {
        const [fine, plain] = [tapeOf(log, cuts), tapeOf(log, cuts, "plain")];
        if (plain.index.blocks.some(({ bytes }, at) => bytes !== fine.index.blocks[at]?.bytes)) plainer += 1;
        const expected = await fileOf(fine);
        expect(await fileOf(plain)).toEqual(expected);
        // Its ink is refined after its index was read.
        expect(await fileOf({ ...fine, timeline: plain.timeline })).toEqual(expected);
      }),
      runs,
    );
    expect(plainer).toBeGreaterThan(5);
  });

  test("plays every moment as the log has it", patient, async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ({ log, tape, moments }) => {
        const file = await open(await fileOf(tape));
        for (const wall of moments) expect(await boardAt(file, wall)).toEqual(foldTo(log, wall));
      }),
      runs,
    );
  });

  test("is sealed to its end, whatever was not sealed where it comes from", patient, async () => {
    const unsealed = scenario.chain(({ log, moments }) =>
      fc.record({
        log: fc.constant(log),
        moments: fc.constant(moments),
        from: fc.nat(log.length),
        cuts: arbitraryCuts(log.length).map(({ blocks }) => ({ blocks, keyframes: blocks.slice(-1) })),
      }),
    );
    await fc.assert(
      fc.asyncProperty(unsealed, async ({ log, moments, from, cuts }) => {
        const inside = (seqs: readonly number[]) => seqs.filter((seq) => seq <= from);
        const source = unsealedFrom(log, from, { blocks: inside(cuts.blocks), keyframes: inside(cuts.keyframes) });
        const file = await open(await fileOf(source));
        const timeline = await file.timeline();
        expect(timeline.blocks.every(({ parts }) => parts !== null)).toBe(true);
        expect(timeline.isLive).toBe(false);
        expect(timeline.blocks.at(-1)?.last).toBe(log.length);
        for (const wall of moments) expect(await boardAt(file, wall)).toEqual(foldTo(log, wall));
      }),
      runs,
    );
  });

  test("gives any run of its entries as a whole block", patient, async () => {
    await fc.assert(
      fc.asyncProperty(scenario, fc.nat(), fc.nat(), async ({ log, tape }, a, b) => {
        const [first, last] = [a % log.length, b % log.length].sort((x, y) => x - y) as [number, number];
        const file = await open(await fileOf(tape));
        const bytes = await file.block({ first: (first + 1) as Seq, last: (last + 1) as Seq });
        expect(decodeBlock(bytes)).toEqual(log.slice(first, last + 1));
        const beyond = file.block({ first: 1 as Seq, last: (log.length + 1) as Seq });
        await expect(beyond).rejects.toMatchObject({ code: "not-found" });
      }),
      runs,
    );
  });

  test("may hold whole blocks, as tapes of format version 1 do", async () => {
    const log = longLog(5);
    const { index } = tapeOf(log, { blocks: [10], keyframes: [] });
    const wholes = index.blocks.map(({ first, last }) => encodeBlock(log.slice(first - 1, last)));
    const blocks = index.blocks.map((ref, at) => ({ ...ref, bytes: wholes[at]!.length, parts: null, activity: [] }));
    const old: TapeSource = {
      timeline: async () => ({ ...index, blocks }),
      block: async ({ first }) => wholes[blocks.findIndex((ref) => ref.first === first)] as Uint8Array,
      part: () => Promise.reject(new Error("There are no parts.")),
      keyframe: () => Promise.reject(new Error("There are no keyframes.")),
    };
    const file = await open(await fileOf(old));
    expect((await file.timeline()).blocks).toEqual(blocks);
    expect(await boardAt(file, index.now)).toEqual(boardAfter(log, log.length));
  });

  test("carries assets along", async () => {
    const log = longLog(7);
    const assets = [1, 2].map((byte) => ({
      hash: byte.toString(16).padStart(64, "0"),
      mediaType: "image/png",
      bytes: byte,
      content: new Uint8Array(byte).fill(byte),
    }));
    const file = await open(await fileOf(tapeOf(log, { blocks: [], keyframes: [] }), assets));
    expect(file.assets).toEqual(assets.map(({ hash, mediaType, bytes }) => ({ hash, mediaType, bytes })));
    for (const { hash, content } of assets) expect(await file.asset(hash)).toEqual(content);
    await expect(file.asset("f".repeat(64))).rejects.toMatchObject({ code: "not-found" });
    expect(await boardAt(file, log.at(-1)!.at)).toEqual(boardAfter(log, log.length));
  });

  test("of a room in which nothing was recorded is a file too", async () => {
    const empty = tapeOf([], { blocks: [], keyframes: [] });
    const file = await open(await fileOf(empty));
    expect(await file.timeline()).toEqual(empty.index);
  });

  test("has what touches a stretch of time", async () => {
    const log = longLog(11);
    const tape = tapeOf(log, { blocks: [20, 40, 60], keyframes: [40] });
    const file = await open(await fileOf(tape));
    const [, , third] = tape.index.blocks;
    const part = await file.timeline({ from: third!.from, to: third!.to });
    expect(part.keyframes).toEqual(tape.index.keyframes);
    expect(part.blocks.map(({ first }) => first)).toContain(third!.first);
    expect(part.blocks.map(({ first }) => first)).not.toContain(1);
    for (const { seq } of part.markers) expect(seq).toBeGreaterThan(40);
    for (const { from } of [...part.stretches, ...part.members]) expect(from).toBeGreaterThanOrEqual(third!.from);
  });
});

describe("a damaged file", () => {
  const log = longLog(3);
  const tape = tapeOf(log, { blocks: [20, 45, 70], keyframes: [20, 45] });

  test("that was cut anywhere is refused", async () => {
    const bytes = await fileOf(tape);
    for (let length = 0; length < bytes.length; length += 1) {
      await expect(open(bytes.slice(0, length))).rejects.toMatchObject({ code: "tape-damaged" });
    }
  });

  test("that lost bytes anywhere is refused or plays what is whole", patient, async () => {
    const bytes = await fileOf(tape);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 40 }), async (at, count) => {
        const bad = new Uint8Array(Buffer.concat([bytes.slice(0, at), bytes.slice(at + count)]));
        await expect(open(bad)).rejects.toMatchObject({ code: "tape-damaged" });
      }),
    );
  });

  test("with bits flipped is refused or plays what is whole", patient, async () => {
    const bytes = await fileOf(tape);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
        const bad = bytes.slice();
        bad[at] = (bad[at] as number) ^ (1 << bit);
        const file = await open(bad).catch((error: unknown) => error);
        if (isInktapeError(file)) {
          expect(["tape-damaged", "unsupported-version"]).toContain(file.code);
          return;
        }
        const source = file as TapeSource;
        const reader = new TapeReader(await source.timeline());
        const end = log.at(-1) as Entry;
        const board = await seek(reader, source, end.at);
        if (reader.damaged.size === 0) expect(board).toEqual(foldTo(log, end.at));
        else expect(board.seq).toBeLessThanOrEqual(end.seq);
      }),
      { numRuns: 300 },
    );
  });

  test("says what is wrong", async () => {
    const bytes = await fileOf(tape);
    const spoiled = (change: (bytes: Uint8Array, view: DataView) => void) => {
      const bad = bytes.slice();
      change(bad, new DataView(bad.buffer));
      return open(bad);
    };
    const { length } = bytes;
    await expect(open(new Uint8Array(0))).rejects.toThrow('does not end with "INKTAPE"');
    await expect(open(Buffer.from("GIF89a and so on and so forth"))).rejects.toThrow("no tape, or was cut off");
    await expect(open(bytes.slice(length - 10))).rejects.toThrow("too few");
    await expect(spoiled((_, view) => view.setUint8(length - 1, 9))).rejects.toMatchObject({
      code: "unsupported-version",
    });
    await expect(spoiled((_, view) => view.setUint8(length - 28, view.getUint8(length - 28) ^ 1))).rejects.toThrow(
      "footer that does not match",
    );
    await expect(open(new Uint8Array(Buffer.concat([Buffer.from("xx"), bytes])))).rejects.toThrow("put together");
    await expect(spoiled((bad) => bad.set(Buffer.from("inktape")))).rejects.toThrow("begin with");
  });

  test("that ends while it is read says so", async () => {
    const bytes = await fileOf(tape);
    const whole = bytesReader(bytes);
    const file = await openTapeFile({
      read: async (range) => ("suffix" in range ? (await whole.read(range)).slice(-1500) : new Uint8Array(3)),
    }).catch((error: unknown) => error);
    expect(isInktapeError(file, "tape-damaged")).toBe(true);
  });
});

test("a read that fails is no damage", async () => {
  const reader = { read: () => Promise.reject(new Error("no net")) };
  await expect(openTapeFile(reader)).rejects.toThrow("no net");
});
