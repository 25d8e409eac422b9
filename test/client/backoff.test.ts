import fc from "fast-check";
import { expect, test } from "vitest";

import { backoff } from "../../src/client/backoff.js";

const soonest = () => 0;
const latest = () => 1;

test("the longest wait doubles with every failure, from half a second to 15 s", () => {
  expect([0, 1, 2, 3, 4, 5, 6, 1000].map((attempt) => backoff(attempt, latest))).toEqual([
    500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000,
  ]);
});

test("chance may pick any wait from 250 ms on, after however many failures", () => {
  fc.assert(
    fc.property(fc.nat(2000), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, chance) => {
      const wait = backoff(attempt, () => chance);
      expect(wait).toBeGreaterThanOrEqual(250);
      expect(wait).toBeLessThanOrEqual(backoff(attempt, latest));
      expect(backoff(attempt, soonest)).toBe(250);
    }),
  );
});
