import { expect, test } from "vitest";
import { lengthFormat } from "../../../../src/react/replay/timeline/length-format.js";

const HOUR = 3_600_000;

test("a length is told by its largest unit", () => {
  const format = lengthFormat("en");
  const lengths = [12_000, 59_900, 5 * 60_000, 2 * HOUR, 23.5 * HOUR, 72 * HOUR, 45 * 24 * HOUR, 800 * 24 * HOUR];
  expect(lengths.map((ms) => format(ms, "long"))).toEqual([
    "12 seconds",
    "1 minute",
    "5 minutes",
    "2 hours",
    "1 day",
    "3 days",
    "1 month",
    "2 years",
  ]);
});

test("a language counts in its own way", () => {
  expect(lengthFormat("de")(72 * HOUR, "long")).toBe("3 Tage");
  expect(lengthFormat("ar")(2 * 24 * HOUR, "long")).toBe("يومان");
});
