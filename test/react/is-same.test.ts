import { expect, test } from "vitest";
import { isSame } from "../../src/react/use-store.js";

test.each([
  [1, 1, true],
  [Number.NaN, Number.NaN, true],
  [1, 2, false],
  [[1, 2], [1, 2], true],
  [[1, 2], [1, 2, 3], false],
  [{ a: 1 }, { a: 1 }, true],
  [{ a: 1 }, { b: 1 }, false],
  [{ a: 1 }, { a: 1, b: undefined }, false],
  [{ a: {} }, { a: {} }, false],
  [[], {}, false],
  [null, {}, false],
  [new Map([[1, 1]]), new Map([[2, 2]]), false],
  [new Date(1), new Date(2), false],
])("%o and %o: same is %s", (a, b, expected) => {
  expect(isSame(a, b)).toBe(expected);
});
