import { expect, test } from "vitest";
import { sideBySide } from "../../../src/canvas/pictures/side-by-side.js";

const MIDDLE = { x: 100, y: 50 };
const MOST = { w: 800, h: 600 };

test("puts one in the middle, as large as it is", () => {
  expect(sideBySide([{ w: 200, h: 100 }], MIDDLE, MOST, 10)).toEqual([{ x: 0, y: 0, w: 200, h: 100 }]);
});

test("makes one smaller that has no place, and keeps its shape", () => {
  expect(sideBySide([{ w: 4000, h: 1000 }], MIDDLE, MOST, 10)).toEqual([{ x: -300, y: -50, w: 800, h: 200 }]);
});

test("lays several in rows that do not overlap, around the point", () => {
  const boxes = sideBySide(
    Array.from({ length: 5 }, () => ({ w: 1000, h: 1000 })),
    MIDDLE,
    MOST,
    10,
  );
  expect(new Set(boxes.map(({ y }) => y)).size).toBe(2);
  for (const [index, a] of boxes.entries()) {
    for (const b of boxes.slice(index + 1)) {
      expect(a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y).toBe(true);
    }
  }
  const [left, right] = [Math.min(...boxes.map(({ x }) => x)), Math.max(...boxes.map(({ x, w }) => x + w))];
  expect(Math.abs((left + right) / 2 - MIDDLE.x)).toBeLessThanOrEqual(1);
  expect(right - left).toBeLessThanOrEqual(MOST.w);
});

test("leaves nothing without a size", () => {
  expect(sideBySide([{ w: 10_000, h: 1 }], MIDDLE, MOST, 10)).toMatchObject([{ w: 800, h: 1 }]);
  expect(sideBySide([], MIDDLE, MOST, 10)).toEqual([]);
});
