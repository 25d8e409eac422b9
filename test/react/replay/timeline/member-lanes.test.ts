import { expect, test } from "vitest";
import { PlayTime } from "../../../../src/player/play-time.js";
import { blocksIn, laneColumns, lanesOf } from "../../../../src/react/replay/timeline/member-lanes.js";
import type { MemberId } from "../../../../src/signal/ids.js";
import type { BlockRef, TapeMember, TimeRange } from "../../../../src/tape/timeline.js";

const range = (from: number, to: number) => ({ from, to }) as TimeRange;
const all = range(0, 10_000);
const time = new PlayTime(all, [all], null);
const member = (id: number, user: string, name: string, from: number, to: number) =>
  ({ member: id, user, name, color: "#123456", from, to }) as unknown as TapeMember;

test("who came twice has one row, and rows stand in the order of coming", () => {
  const lanes = lanesOf(
    [member(2, "ben", "Ben", 500, 900), member(1, "ada", "Ada", 0, 400), member(3, "ada", "", 2000, 20_000)],
    all,
  );
  expect(lanes.map(({ name, stays }) => [name, stays])).toEqual([
    ["Ada", [range(0, 400), range(2000, 10_000)]],
    ["Ben", [range(500, 900)]],
  ]);
  expect([...(lanes[0]?.members ?? [])]).toEqual([1, 3]);
});

test("who was there only outside of the range has none, and guests have one each", () => {
  expect(lanesOf([member(1, "ada", "Ada", 20_000, 30_000)], all)).toEqual([]);
  expect(lanesOf([member(1, "", "", 0, 1), member(2, "", "", 0, 1)], all)).toHaveLength(2);
});

test("everything that somebody did is in their row, where it was done", () => {
  const lanes = lanesOf([member(1, "ada", "Ada", 0, 9000), member(2, "ben", "Ben", 0, 9000)], all);
  const doings = [
    { authors: [1, 2, 1, 0] as MemberId[], times: [0, 2500, 9999, 5000] },
    { authors: [1] as MemberId[], times: [10_000] },
  ];
  const columns = laneColumns(time, lanes, doings, { from: 0, to: 10_000 }, 4);
  expect(columns.map((counts) => [...counts])).toEqual([
    [1, 0, 0, 2],
    [0, 1, 0, 0],
  ]);
});

test("too many blocks, or too large ones, are not looked into", () => {
  const block = (at: number, bytes = 100) => ({ from: at, to: at + 10, bytes, parts: null }) as unknown as BlockRef;
  const blocks = Array.from({ length: 500 }, (_, index) => block(index * 20));
  expect(blocksIn(time, blocks, { from: 0, to: 10_000 })).toBeNull();
  expect(blocksIn(time, blocks, { from: 1000, to: 1100 })?.map(({ from }) => from)).toEqual([
    1000, 1020, 1040, 1060, 1080, 1100,
  ]);
  expect(blocksIn(time, [block(0, 5 << 20)], { from: 0, to: 10_000 })).toBeNull();
});
