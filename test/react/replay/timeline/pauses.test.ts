import { expect, test } from "vitest";
import { PlayTime } from "../../../../src/player/play-time.js";
import { labelledMarks, markAt, pauseMarks, pausesOf } from "../../../../src/react/replay/timeline/pauses.js";
import type { TimeRange } from "../../../../src/tape/timeline.js";

const DAY = 86_400_000;
const range = (from: number, to: number) => ({ from, to }) as TimeRange;
const stretches = [range(0, 60_000), range(65_000, 70_000), range(70_000 + 3 * DAY, 100_000 + 3 * DAY)];
const all = range(0, 100_000 + 3 * DAY);
const pauses = (idleLimit: number | null) =>
  pausesOf(new PlayTime(all, stretches, idleLimit), { stretches, range: all, idleLimit });

test("a pause that is jumped tells how long it really was", () => {
  expect(pauses(2000)).toEqual([{ from: 67_000, to: 69_000, length: 3 * DAY, isJumped: true }]);
});

test("a pause that is played out takes its time", () => {
  expect(pauses(null)).toEqual([{ from: 70_000, to: 70_000 + 3 * DAY, length: 3 * DAY, isJumped: false }]);
});

test("quiet at the edges of the range is a pause too", () => {
  const [time, wide] = [[range(50_000, 60_000)], range(0, 100_000)] as const;
  const found = pausesOf(new PlayTime(wide, time, null), { stretches: time, range: wide, idleLimit: null });
  expect(found.map(({ from, to }) => [from, to])).toEqual([
    [0, 50_000],
    [60_000, 100_000],
  ]);
});

test("marks that touch are one, of the longest pause; each can be seen and found", () => {
  const pause = (from: number, length: number) => ({ from, to: from + 1, length, isJumped: true });
  const marks = pauseMarks([pause(1000, 20_000), pause(1010, DAY), pause(9000, 30_000)], { from: 0, to: 10_000 }, 500);
  expect(marks.map(({ pause: { length }, start, end }) => [length, end - start >= 3])).toEqual([
    [DAY, true],
    [30_000, true],
  ]);
  expect(markAt(marks, 51)?.pause.length).toBe(DAY);
  expect(markAt(marks, 200)).toBeUndefined();
});

test("a hundred thousand pauses are no more marks than the bar has room for", () => {
  const many = Array.from({ length: 100_000 }, (_, at) => ({ from: at, to: at, length: 20_000, isJumped: true }));
  expect(pauseMarks(many, { from: 0, to: 100_000 }, 600).length).toBeLessThanOrEqual(200);
});

test("lengths are written where they do not touch, the longest first", () => {
  const mark = (start: number, length: number) => ({
    pause: { from: 0, to: 0, length, isJumped: true },
    start,
    end: start,
  });
  const labels = labelledMarks([mark(10, 100), mark(40, 300), mark(90, 200), mark(200, 50)], 60);
  expect(labels.map(({ pause }) => pause.length)).toEqual([300, 50]);
});
