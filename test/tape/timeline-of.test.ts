import { describe, expect, test } from "vitest";
import { EMPTY_BOARD } from "../../src/board/board.js";
import type { Entry } from "../../src/signal/entry.js";
import { roomId, type MemberId, type Millis, type Seq } from "../../src/signal/ids.js";
import { sealBlock } from "../../src/tape/seal.js";
import { timelineOf } from "../../src/tape/timeline-of.js";

/** `count` entries from `first` on, one every 100 ms. */
const entries = (first: number, count: number, label = "x"): Entry[] =>
  Array.from({ length: count }, (_, index) => ({
    seq: (first + index) as Seq,
    at: (100 * (first + index)) as Millis,
    by: 1 as MemberId,
    clientSeq: first + index,
    signal: { type: "marker", label },
  }));

const parts = {
  room: roomId("algebra"),
  created: 50 as Millis,
  now: 90_000 as Millis,
  isLive: true,
  infos: [],
  keyframes: [],
  tail: [],
};

const runs = (tail: readonly Entry[]) => timelineOf({ ...parts, tail }).blocks.map(({ first, last }) => [first, last]);

describe("the index of a tape", () => {
  test("of a room in which nothing happened has nothing in it", () => {
    const { infos: _, tail: __, ...said } = parts;
    expect(timelineOf(parts)).toEqual({ ...said, blocks: [], stretches: [], markers: [], members: [] });
  });

  test("has the sealed blocks and then the unsealed end, under the same names and as one activity", () => {
    const join: Entry = {
      ...(entries(1, 1)[0] as Entry),
      signal: { type: "member.join", profile: { user: "u", name: "Ada", color: "red", role: "writer" } },
    };
    const { info } = sealBlock([join, ...entries(2, 9)], { before: EMPTY_BOARD });
    const timeline = timelineOf({ ...parts, infos: [info], tail: entries(11, 5) });
    expect(timeline.blocks).toEqual([
      { first: 1, last: 10, from: 100, to: 1000, bytes: info.bytes, parts: info.parts, activity: info.activity },
      { first: 11, last: 15, from: 1100, to: 1500, bytes: 0, parts: null, activity: [1, 1, 0, 1, 0, 1, 0, 1] },
    ]);
    expect(timeline.stretches).toEqual([{ from: 100, to: 1500 }]);
    expect(timeline.members).toEqual([{ member: 1, user: "u", name: "Ada", color: "red", from: 100, to: 1500 }]);
    expect(timeline.markers).toHaveLength(14);
  });

  test("cuts the unsealed end so that all pieces but the last stay as it grows", () => {
    expect(runs(entries(1, 600))).toEqual([
      [1, 256],
      [257, 512],
      [513, 600],
    ]);
    for (let count = 1; count < 700; count += 37) {
      const [now, later] = [runs(entries(1, count)), runs(entries(1, count + 90))];
      expect(later.slice(0, now.length - 1)).toEqual(now.slice(0, -1));
    }
  });

  test("cuts the unsealed end by its bytes too", () => {
    expect(runs(entries(1, 100, "x".repeat(500))).length).toBe(1);
    expect(runs(entries(1, 200, "x".repeat(500))).length).toBe(2);
  });

  test("cuts the unsealed end where recording was off", () => {
    expect(runs([...entries(1, 5), ...entries(9, 5)])).toEqual([
      [1, 5],
      [9, 13],
    ]);
  });
});
