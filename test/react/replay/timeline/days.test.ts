import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  compareDays,
  dayOfZone,
  spansWithin,
  startOfDay,
  weekdayOf,
  weeksOf,
} from "../../../../src/react/replay/timeline/days.js";
import type { TimeRange } from "../../../../src/tape/timeline.js";

const ZONES = [
  "UTC",
  "Europe/Berlin",
  "America/Sao_Paulo",
  "Asia/Kathmandu",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
];
const day = (year: number, month: number, of: number) => ({ year, month, day: of });
const range = (from: number, to: number) => ({ from, to }) as TimeRange;

describe("days", () => {
  test("begin right after the day before, in every zone and whatever the clocks did", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: Date.UTC(2010, 0), max: Date.UTC(2030, 0) }),
        (zone, at) => {
          const dayOf = dayOfZone(zone);
          const start = startOfDay(dayOf, dayOf(at));
          expect(start).toBeLessThanOrEqual(at);
          expect(dayOf(start)).toEqual(dayOf(at));
          expect(compareDays(dayOf(start - 1), dayOf(at))).toBeLessThan(0);
        },
      ),
    );
  });

  test("begin at one in the night where there was no midnight", () => {
    const dayOf = dayOfZone("America/Sao_Paulo");
    expect(new Date(startOfDay(dayOf, day(2018, 11, 4))).toISOString()).toBe("2018-11-04T03:00:00.000Z");
  });

  test("follow each other over months and years", () => {
    expect(addDays(day(2024, 2, 28), 2)).toEqual(day(2024, 3, 1));
    expect(addDays(day(2026, 1, 1), -1)).toEqual(day(2025, 12, 31));
    expect(addMonths(day(2026, 1, 31), 1)).toEqual(day(2026, 2, 28));
    expect(addMonths(day(2026, 3, 15), -15)).toEqual(day(2024, 12, 15));
    expect([weekdayOf(day(2026, 3, 2)), weekdayOf(day(2026, 3, 8))]).toEqual([1, 7]);
  });

  test("are set out in weeks from the day on which a language's week begins", () => {
    const [first] = weeksOf(day(2026, 3, 3), 1);
    expect(first?.map((which) => which?.day ?? 0)).toEqual([0, 0, 0, 0, 0, 0, 1]);
    expect(weeksOf(day(2026, 3, 3), 7)[0]?.[0]).toEqual(day(2026, 3, 1));
    expect(
      weeksOf(day(2026, 3, 3), 1)
        .flat()
        .filter(Boolean),
    ).toHaveLength(31);
  });

  test("are refused for a zone that is none", () => {
    expect(() => dayOfZone("Europe/Nowhere")).toThrow(RangeError);
  });
});

test("what happened on a day is told in stretches that no long quiet time parts", () => {
  const stretches = [range(0, 1000), range(20_000, 30_000), range(1_000_000, 1_100_000), range(5_000_000, 6_000_000)];
  expect(spansWithin(stretches, 500, 5_500_000)).toEqual([
    range(500, 30_000),
    range(1_000_000, 1_100_000),
    range(5_000_000, 5_499_999),
  ]);
  expect(spansWithin(stretches, 40_000, 50_000)).toEqual([]);
});
