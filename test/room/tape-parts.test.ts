import { describe, expect, test } from "vitest";
import { groundedTail, isWholeRun, partsWithin } from "../../src/room/tape-parts.js";
import type { Entry } from "../../src/signal/entry.js";
import { roomId, type MemberId, type Millis, type Seq } from "../../src/signal/ids.js";
import { blockInfo } from "../../src/tape/seal.js";
import type { TapeParts } from "../../src/tape/timeline-of.js";

/** Entry `seq`, at `seq` seconds. */
function entry(seq: number): Entry {
  return {
    seq: seq as Seq,
    at: (seq * 1000) as Millis,
    by: 1 as MemberId,
    clientSeq: 0,
    signal: { type: "marker", label: "" },
  };
}

function run(first: number, last: number): Entry[] {
  return Array.from({ length: last - first + 1 }, (_, index) => entry(first + index));
}

const block = (first: number, last: number) => blockInfo(run(first, last), { document: 1, ink: 0, presence: 0 });
const keyframe = (seq: number) => ({ seq: seq as Seq, at: (seq * 1000) as Millis, bytes: 1 });
const seqs = (entries: readonly { readonly seq: number }[]) => entries.map(({ seq }) => seq);

describe("the parts of a stretch of time", () => {
  const parts: TapeParts = {
    room: roomId("room"),
    created: 0 as Millis,
    now: 99_000 as Millis,
    isLive: false,
    infos: [block(1, 10), block(11, 20), block(21, 30)],
    keyframes: [keyframe(10), keyframe(20)],
    tail: run(31, 33),
  };
  const within = (from: number, to: number) => {
    const { infos, keyframes, tail } = partsWithin(parts, { from: from as Millis, to: to as Millis });
    return [infos.map(({ first }) => first), seqs(keyframes), seqs(tail)];
  };

  test("are all of them when no stretch is named", () => {
    expect(partsWithin(parts, undefined)).toBe(parts);
  });

  test("begin at the last keyframe before it", () => {
    expect(within(15_000, 22_000)).toEqual([[11, 21], [10, 20], []]);
    expect(within(25_000, 99_000)).toEqual([[21], [20], [31, 32, 33]]);
  });

  test("begin at the start when no keyframe is before it", () => {
    expect(within(0, 5_000)).toEqual([[1], [], []]);
    expect(within(10_000, 10_000)).toEqual([[1], [10], []]);
  });

  test("end with what was at its very end", () => {
    expect(within(30_000, 32_000)).toEqual([[21], [20], [31, 32]]);
  });
});

describe("an unsealed end", () => {
  test("can be played from the first entry, after a block, and after a keyframe", () => {
    const grounded = (tail: Entry[], infos = [block(1, 3)], keyframes = [keyframe(8)]) =>
      seqs(groundedTail({ infos, keyframes, tail }));
    expect(grounded(run(1, 2), [], [])).toEqual([1, 2]);
    expect(grounded(run(4, 5))).toEqual([4, 5]);
    expect(grounded(run(9, 10))).toEqual([9, 10]);
    expect(grounded([...run(4, 5), ...run(7, 8), ...run(9, 9)])).toEqual([4, 5, 9]);
    expect(grounded(run(5, 6), [])).toEqual([]);
  });
});

test("a run is whole when it has every entry from the first to the last", () => {
  const ref = { first: 2 as Seq, last: 4 as Seq };
  expect(isWholeRun(run(2, 4), ref)).toBe(true);
  for (const entries of [[], run(2, 3), run(3, 4), run(2, 5), [entry(2), entry(4), entry(4)].slice(0, 2)]) {
    expect(isWholeRun(entries, ref)).toBe(false);
  }
});
