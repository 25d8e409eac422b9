import fc from "fast-check";
import { expect, test } from "vitest";
import { lastIndexWhere } from "../../src/tape/search.js";

test("finds what looking at every item finds", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), fc.integer({ min: -1, max: 21 }), (numbers, limit) => {
      const sorted = numbers.sort((a, b) => a - b);
      expect(lastIndexWhere(sorted, (number) => number <= limit)).toBe(
        sorted.findLastIndex((number) => number <= limit),
      );
    }),
  );
});

test("looks at few of many items", () => {
  let looks = 0;
  const items = Array.from({ length: 1_000_000 }, (_, index) => index);
  lastIndexWhere(items, (item) => (looks++, item < 777_777));
  expect(looks).toBeLessThanOrEqual(20);
});
