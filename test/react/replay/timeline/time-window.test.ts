import fc from "fast-check";
import { expect, test } from "vitest";
import {
  CLOSEST_MS,
  isWithin,
  lengthOf,
  moved,
  movedTo,
  pinched,
  positionOf,
  shareOf,
  type TimeWindow,
  zoomed,
} from "../../../../src/react/replay/timeline/time-window.js";

const HOUR = 3_600_000;
const durations = fc.double({ min: CLOSEST_MS * 2, max: 10_000 * HOUR, noNaN: true });
const shares = fc.double({ min: 0, max: 1, noNaN: true });
/** A recording and a window of it. */
const scenes = fc.tuple(durations, shares, shares).map(([duration, size, place]) => {
  const length = CLOSEST_MS + size * (duration - CLOSEST_MS);
  const from = place * (duration - length);
  return { duration, window: { from, to: from + length } };
});
const isInside = ({ from, to }: TimeWindow, duration: number) => from >= -1e-6 && to <= duration * (1 + 1e-9);

test("a place of the bar and the play time there are each other's inverse", () => {
  fc.assert(
    fc.property(scenes, shares, ({ window }, share) => {
      expect(shareOf(window, positionOf(window, share))).toBeCloseTo(share, 6);
    }),
  );
});

test("zooming keeps to the recording, and in and out by the same leads back where no end is in the way", () => {
  fc.assert(
    fc.property(
      scenes,
      shares,
      fc.double({ min: 1.01, max: 8, noNaN: true }),
      ({ duration, window }, share, factor) => {
        const around = positionOf(window, share);
        const closer = zoomed(window, around, factor, duration);
        if (!closer) return;
        expect(isInside(closer, duration)).toBe(true);
        expect(lengthOf(closer)).toBeGreaterThanOrEqual(CLOSEST_MS - 1e-6);
        if (lengthOf(window) / factor < CLOSEST_MS) return;
        expect(shareOf(closer, around)).toBeCloseTo(share, 5);
        const back = zoomed(closer, around, 1 / factor, duration);
        if (back) expect(Math.abs(back.from - window.from)).toBeLessThan(duration * 1e-9 + 1e-3);
      },
    ),
  );
});

test("moving changes no length, and back by the same is the same where no end is in the way", () => {
  fc.assert(
    fc.property(scenes, fc.double({ min: -1, max: 1, noNaN: true }), ({ duration, window }, by) => {
      const there = moved(window, by * duration, duration);
      expect(isInside(there, duration)).toBe(true);
      expect(lengthOf(there)).toBeCloseTo(lengthOf(window), 3);
      const back = moved(there, window.from - there.from, duration);
      expect(back.from).toBeCloseTo(window.from, 3);
    }),
  );
});

test("a window that is moved to a play time has it, and one that has it stays", () => {
  fc.assert(
    fc.property(scenes, shares, ({ duration, window }, share) => {
      const position = share * duration;
      const there = movedTo(window, position, duration);
      expect(isWithin({ from: there.from - 1e-3, to: there.to + 1e-3 }, position)).toBe(true);
      if (isWithin(window, position)) expect(there).toBe(window);
    }),
  );
});

test("what is under two fingers stays under them", () => {
  const window = { from: 20_000, to: 60_000 };
  const after = pinched(window, [0.25, 0.5], [0.25, 0.75], 100_000);
  expect(after).toEqual({ from: 25_000, to: 45_000 });
  expect(pinched(window, [0.4, 0.6], [0.5, 0.50001], 100_000)).toBeNull();
});

test("all of a recording is no window", () => {
  expect(zoomed({ from: 0, to: 50_000 }, 10_000, 0.5, 100_000)).toBeNull();
});
