import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Millis } from "../../src/signal/ids.js";
import { PlayTime } from "../../src/player/play-time.js";
import { PAUSE_MS, type TimeRange } from "../../src/tape/timeline.js";

const range = (from: number, to: number): TimeRange => ({ from: from as Millis, to: to as Millis });

/** Stretches in order with pauses longer than {@link PAUSE_MS} between them, and a range that cuts them anywhere. */
const scenario = fc
  .record({
    parts: fc.array(fc.tuple(fc.integer({ min: PAUSE_MS + 1, max: 10_000_000 }), fc.nat(5000)), { minLength: 1 }),
    cut: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
    limit: fc.option(fc.integer({ min: PAUSE_MS, max: 100_000 }), { nil: null }),
  })
  .map(({ parts, cut, limit }) => {
    let wall = 0;
    const stretches = parts.map(([pause, length]) => {
      const from = wall + pause;
      wall = from + length;
      return range(from, wall);
    });
    const [a, b] = cut.map((part) => Math.round(part * (wall + 5000))) as [number, number];
    return { range: range(Math.min(a, b), Math.max(a, b)), stretches, limit };
  });

describe("play time", () => {
  const year = 365 * 24 * 3_600_000;
  const time = new PlayTime(range(0, year), [range(0, 10_000), range(year - 5000, year)], 2000);

  test("plays a year with two bursts in the time of the bursts and the idle limit", () => {
    expect(time.duration).toBe(17_000);
  });

  test("plays the beginning of a pause and then shows the moment after it", () => {
    expect(time.wallAt(11_999)).toBe(11_999);
    expect(time.wallAt(12_000)).toBe(year - 5000);
    expect(time.positionAt(year / 2)).toBe(12_000);
    expect(time.positionAt(year - 4000)).toBe(13_000);
  });

  test("does not go beyond its ends", () => {
    expect([time.wallAt(-5), time.wallAt(1e9)]).toEqual([0, year]);
    expect([time.positionAt(-5), time.positionAt(2 * year)]).toEqual([0, 17_000]);
  });

  test("is wall time in full without an idle limit", () => {
    const full = new PlayTime(range(0, year), [range(0, 10_000)], null);
    expect(full.duration).toBe(year);
    expect(full.wallAt(year / 2)).toBe(year / 2);
  });

  test("cuts short the pauses at both ends of the range", () => {
    const cut = new PlayTime(range(0, 100_000), [range(50_000, 51_000)], 3000);
    expect(cut.duration).toBe(3000 + 1000 + 3000);
    expect(cut.wallAt(3000)).toBe(50_000);
    expect(cut.wallAt(7000)).toBe(100_000);
  });

  test("leaves a pause alone that is no longer than the limit", () => {
    const whole = new PlayTime(range(0, 20_000), [range(0, 1000), range(6000, 20_000)], 5000);
    expect(whole.duration).toBe(20_000);
  });

  test("never runs backwards, has the ends of the range at its ends, and finds each play time again", () => {
    fc.assert(
      fc.property(
        scenario,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
        ({ range, stretches, limit }, parts) => {
          const time = new PlayTime(range, stretches, limit);
          expect(time.wallAt(0)).toBe(range.from);
          expect(time.wallAt(time.duration)).toBe(range.to);
          expect(time.duration).toBeLessThanOrEqual(range.to - range.from);
          const positions = parts.map((part) => part * time.duration).sort((a, b) => a - b);
          const walls = positions.map((position) => time.wallAt(position));
          expect(walls).toEqual([...walls].sort((a, b) => a - b));
          for (const position of positions) expect(time.positionAt(time.wallAt(position))).toBeCloseTo(position, 3);
        },
      ),
    );
  });

  test("shows every moment in which something happened", () => {
    fc.assert(
      fc.property(
        scenario,
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ range, stretches, limit }, pick, part) => {
          const { from, to } = stretches[pick % stretches.length] as TimeRange;
          const wall = Math.round(from + part * (to - from));
          fc.pre(wall >= range.from && wall <= range.to);
          const time = new PlayTime(range, stretches, limit);
          expect(time.wallAt(time.positionAt(wall))).toBeCloseTo(wall, 3);
        },
      ),
    );
  });
});
