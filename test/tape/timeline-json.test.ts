import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Entry } from "../../src/signal/entry.js";
import { isInktapeError } from "../../src/signal/errors.js";
import type { MemberId, Millis, Seq } from "../../src/signal/ids.js";
import { parseTimeline } from "../../src/tape/timeline-json.js";
import { arbitraryLog } from "../property/arbitrary-log.js";
import { arbitraryCuts, tapeOf } from "./tape-of.js";

const log = Array.from({ length: 20 }, (_, index): Entry => ({
  seq: (index + 1) as Seq,
  at: (1000 + 3000 * index) as Millis,
  by: 1 as MemberId,
  clientSeq: index + 1,
  signal: { type: "marker", label: `m${index}` },
}));
const good = () => JSON.parse(JSON.stringify(tapeOf(log, { blocks: [5, 10], keyframes: [5, 12] }).index));

describe("an index that came as JSON", () => {
  test("is the index that was sent", { timeout: 60_000 }, () => {
    const scenario = arbitraryLog().chain((log) => fc.tuple(fc.constant(log), arbitraryCuts(log.length)));
    fc.assert(
      fc.property(scenario, ([log, cuts]) => {
        const { index } = tapeOf(log, cuts);
        expect(parseTimeline(JSON.parse(JSON.stringify(index)))).toEqual(index);
      }),
    );
  });

  test("loses fields and kinds of marker that this version does not know", () => {
    const newer = { ...good(), mood: 7, markers: [{ kind: "chapter", seq: 1, at: 2, label: "One" }] };
    const timeline = parseTimeline(newer);
    expect(timeline.markers).toEqual([]);
    expect(timeline).not.toHaveProperty("mood");
  });

  test.each<[string, (index: ReturnType<typeof good>) => unknown, string]>([
    ["nothing", () => null, "timeline is not an object"],
    ["a list", () => [], "timeline is not an object"],
    ["no room", (index) => ({ ...index, room: "a/b" }), "timeline.room names no room"],
    ["a time that is text", (index) => ({ ...index, created: "1" }), "timeline.created is not a whole number from 0"],
    ["a time below 0", (index) => ({ ...index, now: -1 }), "timeline.now is not a whole number from 0"],
    ["a broken number", (index) => ({ ...index, now: 1.5 }), "timeline.now is not a whole number from 0"],
    ["a flag that is none", (index) => ({ ...index, isLive: 1 }), "timeline.isLive is neither true nor false"],
    ["no blocks", (index) => ({ ...index, blocks: undefined }), "timeline.blocks is not a list"],
    [
      "blocks that come from afar",
      (index) => Object.assign(Object.create({ blocks: [] }), { ...index, blocks: undefined }),
      "timeline.blocks is not a list",
    ],
    ["a block without entries", (index) => ((index.blocks[1].last = 1), index), "timeline.blocks[1] holds no entries"],
    [
      "a block that ends before it begins",
      (index) => ((index.blocks[0].from = index.blocks[0].to + 1), index),
      "timeline.blocks[0] ends before it begins",
    ],
    ["blocks that overlap", (index) => ((index.blocks[1].first = 3), index), "timeline.blocks[1] is out of order"],
    ["keyframes out of order", (index) => (index.keyframes.reverse(), index), "timeline.keyframes[1] is out of order"],
    [
      "a name that is too long",
      (index) => ((index.members[0].name = "x".repeat(1025)), index),
      "timeline.members[0].name has 1025 characters",
    ],
    ["a name that is none", (index) => ((index.members[0].name = 5), index), "timeline.members[0].name is not text"],
    ["too many of something", (index) => ({ ...index, stretches: { length: 2 } }), "timeline.stretches is not a list"],
    ["more items than any tape has", (index) => ({ ...index, stretches: Array(1_000_001) }), "1000001 items"],
  ])("is refused with %s", (_, spoil, sentence) => {
    let error: unknown;
    try {
      parseTimeline(spoil(good()));
    } catch (caught) {
      error = caught;
    }
    expect(isInktapeError(error, "tape-damaged")).toBe(true);
    expect((error as Error).message).toContain(sentence);
  });

  test("is refused or sound, whatever comes", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(() => parseTimeline(value)).toThrow("The tape's index cannot be used");
      }),
    );
  });
});
