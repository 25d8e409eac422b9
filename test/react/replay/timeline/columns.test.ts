import fc from "fast-check";
import { expect, test } from "vitest";
import { PlayTime } from "../../../../src/player/play-time.js";
import { columnPath, columnsOf } from "../../../../src/react/replay/timeline/columns.js";
import { shareOf } from "../../../../src/react/replay/timeline/time-window.js";
import type { Entry } from "../../../../src/signal/entry.js";
import { activityOf } from "../../../../src/tape/activity.js";
import type { BlockRef, TimeRange } from "../../../../src/tape/timeline.js";

const block = (from: number, to: number, activity: readonly number[]) => ({ from, to, activity }) as BlockRef;
const range = (from: number, to: number) => ({ from, to }) as TimeRange;
const PAUSE_MS = 2000;

/** Logs with things done in a row and pauses between, and where they are cut into blocks. */
const logs = fc.record({
  gaps: fc.array(fc.oneof(fc.nat(300), fc.nat(10_000), fc.nat(90 * 86_400_000)), { minLength: 1, maxLength: 120 }),
  perBlock: fc.integer({ min: 1, max: 60 }),
  count: fc.integer({ min: 1, max: 500 }),
  isSkipping: fc.boolean(),
});

test("nothing that was done is lost, and nothing is shown where nothing was done, however it is laid out", () => {
  fc.assert(
    fc.property(logs, ({ gaps, perBlock, count, isSkipping }) => {
      let at = 1_000_000;
      const entries = gaps.map(
        (gap) => ({ at: (at += gap), signal: { type: "marker", label: "" } }) as unknown as Entry,
      );
      const starts = entries.flatMap((_, index) => (index % perBlock === 0 ? [index] : []));
      const blocks = starts.map((start) => {
        const run = entries.slice(start, start + perBlock);
        return block(run[0]?.at ?? 0, run.at(-1)?.at ?? 0, activityOf(run));
      });
      const stretches: TimeRange[] = [];
      for (const entry of entries) {
        const last = stretches.at(-1);
        if (last && entry.at - last.to <= PAUSE_MS) stretches[stretches.length - 1] = range(last.from, entry.at);
        else stretches.push(range(entry.at, entry.at));
      }
      const all = range(entries[0]?.at ?? 0, at);
      const time = new PlayTime(all, stretches, isSkipping ? PAUSE_MS : null);
      const window = { from: 0, to: time.duration };
      const columns = columnsOf(time, { blocks, stretches, range: all }, window, count);
      const columnAt = (wall: number) =>
        Math.min(count - 1, Math.floor(shareOf(window, time.positionAt(wall)) * count));
      for (const entry of entries) expect(columns[columnAt(entry.at)]).toBeGreaterThan(0);
      const touched = new Set(
        stretches.flatMap(({ from, to }) => {
          const [first, last] = [columnAt(from), columnAt(to)];
          return Array.from({ length: last - first + 1 }, (_, index) => first + index);
        }),
      );
      columns.forEach((rate, index) => expect(rate > 0 && !touched.has(index)).toBe(false));
    }),
  );
});

test("a block is drawn where it was, by how fast things were done in its parts", () => {
  const blocks = [block(0, 7999, [1, 0, 0, 4, 0, 0, 0, 2])];
  const stretches = [range(0, 7999)];
  const time = new PlayTime(range(0, 7999), stretches, null);
  const recorded = { blocks, stretches, range: range(0, 7999) };
  expect([...columnsOf(time, recorded, { from: 0, to: 8000 }, 8)].map((rate) => Math.round(rate * 2) / 2)).toEqual([
    1.5, 0, 0, 12, 0, 0, 0, 3,
  ]);
});

test("the same done in less time is busier, and the busiest is as high as there is room", () => {
  const blocks = [block(0, 9999, [5, 5, 5, 5, 5, 5, 5, 5]), block(20_000, 59_999, [5, 5, 5, 5, 5, 5, 5, 5])];
  const stretches = [range(0, 9999), range(20_000, 59_999)];
  const time = new PlayTime(range(0, 59_999), stretches, null);
  const columns = columnsOf(time, { blocks, stretches, range: range(0, 59_999) }, { from: 0, to: 60_000 }, 6);
  expect(columnPath(columns, 10, 22, 20).match(/v\d+/g)).toEqual(["v20", "v10", "v10", "v10", "v10"]);
});

test("a block that does not tell is drawn all the same, and one out of the window is not", () => {
  const blocks = [block(0, 999, []), block(5000, 5999, [9, 9, 9, 9, 9, 9, 9, 9])];
  const time = new PlayTime(range(0, 5999), blocks, null);
  const recorded = { blocks, stretches: blocks, range: range(0, 5999) };
  const columns = columnsOf(time, recorded, { from: 0, to: 2000 }, 4);
  expect([...columns].map((rate) => rate > 0)).toEqual([true, true, false, false]);
});

test("a hundred thousand blocks are one path of as many columns as the bar has room for", () => {
  const blocks = Array.from({ length: 100_000 }, (_, index) =>
    block(index * 1000, index * 1000 + 900, [3, 3, 3, 3, 3, 3, 3, 3]),
  );
  const all = range(0, 100_000_000);
  const time = new PlayTime(all, blocks, null);
  const columns = columnsOf(time, { blocks, stretches: blocks, range: all }, { from: 0, to: time.duration }, 250);
  const path = columnPath(columns, 3, 22, 20);
  expect(path.match(/M/g)).toHaveLength(250);
  expect(columnPath(new Float64Array(10), 3, 22, 20)).toBe("");
});
