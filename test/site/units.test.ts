import { expect, test } from "vitest";
import { ago, bytes } from "../../src/site/units.js";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

test.each([
  [0, "now"],
  [59_000, "59 seconds ago"],
  [MINUTE, "1 minute ago"],
  [3 * 60 * MINUTE, "3 hours ago"],
  [DAY, "yesterday"],
  [40 * DAY, "last month"],
  [800 * DAY, "2 years ago"],
  [-5000, "now"],
])("%d ms before now is %s", (past, words) => {
  expect(ago(10_000_000 - past, 10_000_000)).toBe(words);
});

test("sizes are written in the unit that fits", () => {
  expect([bytes(0), bytes(2440), bytes(34_000), bytes(2_600_000)]).toEqual(["0 kB", "2.4 kB", "34 kB", "2.6 MB"]);
});
