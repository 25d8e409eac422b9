import fc from "fast-check";
import { expect, test } from "vitest";

import { LogTime } from "../../src/client/log-time.js";

test("before it has learnt anything it is the local time", () => {
  expect(new LogTime().at(1234)).toBe(1234);
});

test("it starts from the first stamp", () => {
  const time = new LogTime();
  time.reset(5000, 100);
  expect(time.at(100)).toBe(5000);
  expect(time.at(350)).toBe(5250);
});

test("a stamp that took a shorter way is nearer to the truth and is taken over at once", () => {
  const time = new LogTime();
  time.reset(5000, 100);
  time.sample(5300, 360);
  expect(time.at(360)).toBe(5300);
});

test("a late stamp changes nothing", () => {
  const time = new LogTime();
  time.reset(5000, 100);
  time.sample(5010, 900);
  expect(time.at(900)).toBe(5800);
});

test("when all stamps of a minute were late it gives way to them, slowly", () => {
  const time = new LogTime();
  time.reset(1000, 0);
  const late = 400;
  for (let local = 1000; local < 60_000; local += 1000) time.sample(1000 + local - late, local);
  expect(time.at(59_000)).toBe(60_000);
  time.sample(61_000 - late, 60_000);
  expect(time.at(60_000)).toBe(60_980);
  expect(time.at(300_000)).toBe(300_600);
});

test("it never runs backwards, and no entry is in its future when it comes", () => {
  const arrival = fc.record({ wait: fc.nat(20_000), delay: fc.nat(5000), drift: fc.integer({ min: -50, max: 50 }) });
  fc.assert(
    fc.property(fc.array(arrival, { maxLength: 60 }), fc.integer(), (arrivals, offset) => {
      const time = new LogTime();
      time.reset(offset, 0);
      let [local, before, skew] = [0, time.at(0), 0];
      for (const { wait, delay, drift } of arrivals) {
        local += wait;
        skew += drift;
        const stamp = local + offset + skew - delay;
        time.sample(stamp, local);
        const now = time.at(local);
        expect(now).toBeGreaterThanOrEqual(Math.max(stamp, before));
        before = now;
      }
    }),
  );
});

test("another connection starts it again, also from an earlier time", () => {
  const time = new LogTime();
  time.reset(90_000, 0);
  expect(time.at(10)).toBe(90_010);
  time.reset(20_000, 20);
  expect(time.at(30)).toBe(20_010);
});
