import fc from "fast-check";
import { expect, test } from "vitest";
import { PlayTime } from "../../../../src/player/play-time.js";
import { columnPath, columnsOf } from "../../../../src/react/replay/timeline/columns.js";
import { shareOf } from "../../../../src/react/replay/timeline/time-window.js";
import { ACTIVITY_BINS, ACTIVITY_MOST } from "../../../../src/tape/activity.js";
import type { BlockRef, TimeRange } from "../../../../src/tape/timeline.js";

const block = (from: number, to: number, activity: readonly number[]) => ({ from, to, activity }) as BlockRef;
const range = (from: number, to: number) => ({ from, to }) as TimeRange;
const levels = fc.array(fc.integer({ min: 0, max: ACTIVITY_MOST }), {
  minLength: ACTIVITY_BINS,
  maxLength: ACTIVITY_BINS,
});
/** Blocks one after another, with pauses in between. */
const tapes = fc
  .array(fc.record({ pause: fc.nat(100_000), length: fc.nat(50_000), activity: levels }), { minLength: 1, maxLength: 30 })
  .map((parts) => {
    let at = 1_000_000;
    return parts.map(({ pause, length, activity }) => {
      const from = at + pause;
      at = from + length;
      return block(from, at, activity);
    });
  });

test("no busy moment is lost, however the bar is laid out", () => {
  fc.assert(
    fc.property(tapes, fc.integer({ min: 1, max: 500 }), fc.boolean(), (blocks, count, isSkipping) => {
      const all = range(blocks[0]?.from ?? 0, blocks.at(-1)?.to ?? 0);
      const time = new PlayTime(all, blocks, isSkipping ? 2000 : null);
      const window = { from: 0, to: time.duration };
      const columns = columnsOf(time as never, { blocks, range: all }, window, count);
      for (const { from, to, activity } of blocks) {
        activity.forEach((level, index) => {
          const middle = from + ((to - from + 1) * (index + 0.5)) / ACTIVITY_BINS;
          const share = shareOf(window, time.positionAt(middle));
          const column = Math.max(0, Math.min(count - 1, Math.floor(share * count)));
          const near = [column - 1, column, column + 1].map((place) => columns[place] ?? 0);
          expect(Math.max(...near)).toBeGreaterThanOrEqual(level);
        });
      }
      const busiest = Math.max(...blocks.flatMap(({ activity }) => activity));
      expect(Math.max(...columns)).toBe(busiest);
    }),
  );
});

test("a block is drawn where it was: its parts one after another", () => {
  const blocks = [block(0, 7999, [1, 0, 0, 15, 0, 0, 0, 2])];
  const time = new PlayTime(range(0, 7999), blocks, null);
  const columns = columnsOf(time as never, { blocks, range: range(0, 7999) }, { from: 0, to: 8000 }, 8);
  expect([...columns]).toEqual([1, 0, 0, 15, 0, 0, 0, 2]);
});

test("a block that does not tell is drawn all the same, and one out of the window is not", () => {
  const blocks = [block(0, 999, []), block(5000, 5999, [9, 9, 9, 9, 9, 9, 9, 9])];
  const time = new PlayTime(range(0, 5999), blocks, null);
  const columns = columnsOf(time as never, { blocks, range: range(0, 5999) }, { from: 0, to: 2000 }, 4);
  expect([...columns].map((level) => level > 0)).toEqual([true, true, false, false]);
});

test("a hundred thousand blocks are one path of as many columns as the bar has room for", () => {
  const blocks = Array.from({ length: 100_000 }, (_, index) => block(index * 1000, index * 1000 + 900, [3, 3, 3, 3, 3, 3, 3, 3]));
  const all = range(0, 100_000_000);
  const time = new PlayTime(all, blocks, null);
  const columns = columnsOf(time as never, { blocks, range: all }, { from: 0, to: time.duration }, 250);
  const path = columnPath(columns, 3, 22, 20);
  expect(path.match(/M/g)).toHaveLength(250);
  expect(columnPath(new Uint8Array(10), 3, 22, 20)).toBe("");
});
