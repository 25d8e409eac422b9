import fc from "fast-check";
import { expect, test } from "vitest";

import { compareOrder, orderAbove } from "../../src/board/order.js";

test("the key above is above, even above a key that is not well formed", () => {
  fc.assert(
    fc.property(fc.option(fc.string({ maxLength: 20 })), (top) => {
      expect(orderAbove(top) > (top ?? "")).toBe(true);
    }),
  );
});

test("a thousand shapes on top of each other keep their keys short", () => {
  let top: string | null = null;
  for (let n = 0; n < 1000; n++) top = orderAbove(top);
  expect(top?.length).toBeLessThan(5);
});

test("ties go by id, numbers as numbers", () => {
  const sorted = [
    { order: "a1", id: 10 },
    { order: "a1", id: 9 },
    { order: "a0", id: 11 },
  ].sort(compareOrder);
  expect(sorted.map(({ id }) => id)).toEqual([11, 9, 10]);
});
