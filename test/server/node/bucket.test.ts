import fc from "fast-check";
import { expect, test } from "vitest";
import { Bucket } from "../../../src/server/node/bucket.js";

test("a burst passes at once, and what is more has to wait until it would have been within the rate", () => {
  const bucket = new Bucket({ perSecond: 10, burst: 20 }, 1000);
  expect(bucket.take(20, 1000)).toBe(0);
  expect(bucket.take(5, 1000)).toBe(500);
  expect(bucket.take(0, 1400)).toBeCloseTo(100);
  expect(bucket.take(0, 1500)).toBe(0);
  expect(bucket.take(20, 60_000)).toBe(0);
  expect(bucket.take(1, 60_000)).toBe(100);
});

test("a clock that is set back gives nothing and takes nothing", () => {
  const bucket = new Bucket({ perSecond: 10, burst: 10 }, 1000);
  bucket.take(10, 1000);
  expect(bucket.take(1, 0)).toBe(100);
  expect(bucket.take(0, 1100)).toBe(0);
});

test("who waits as told never gets more than the burst and the rate", () => {
  const rate = { perSecond: 50, burst: 30 };
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat(500)), { maxLength: 50 }), (given) => {
      const bucket = new Bucket(rate, 0);
      let [now, sum, largest] = [0, 0, 0];
      for (const [amount, pause] of given) {
        sum += amount;
        largest = Math.max(largest, amount);
        expect(sum).toBeLessThanOrEqual(rate.burst + (rate.perSecond * now) / 1000 + largest + 1e-6);
        now += bucket.take(amount, now) + pause;
      }
    }),
  );
});
