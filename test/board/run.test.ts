import fc from "fast-check";
import { expect, test } from "vitest";
import { InkRun } from "../../src/board/run.js";
import type { Millis } from "../../src/signal/ids.js";

const batches = fc.array(
  fc.integer({ min: 1, max: 9 }).map((count) => Int32Array.from({ length: count * 4 }, (_, index) => index * count)),
  { maxLength: 12 },
);

function runOf(parts: readonly Int32Array[]): InkRun {
  return parts.reduce((run, part) => run.append(part, 0 as Millis), InkRun.EMPTY);
}

test("the points from any one on are the end of all points", () => {
  fc.assert(
    fc.property(batches, fc.nat(120), (parts, from) => {
      const run = runOf(parts);
      expect(run.pointsFrom(from)).toEqual(run.flatten().slice(from * 4));
    }),
  );
});

test("a run continues itself and those it grew from, and no other", () => {
  const [one, two, three] = [Int32Array.of(1, 1, 1, 1), Int32Array.of(2, 2, 2, 2), Int32Array.of(3, 3, 3, 3)];
  const first = runOf([one]);
  const second = first.append(two, 0 as Millis);
  const third = second.append(three, 0 as Millis);
  for (const earlier of [InkRun.EMPTY, first, second, third]) expect(third.continues(earlier)).toBe(true);
  expect(first.continues(second)).toBe(false);
  expect(third.continues(runOf([one, two]))).toBe(false);
});
