import type { TimeRange } from "../../../tape/timeline.js";

/** A day of the Gregorian calendar; `month` from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day by which a moment goes. */
export type DayOf = (at: number) => Day;

/** Makes what tells the days of a time zone (IANA name; the person's own unless it says otherwise). Throws `RangeError` for a zone that is none. */
export function dayOfZone(timeZone: string | undefined): DayOf {
  const format = new Intl.DateTimeFormat("en-US", {
    calendar: "gregory",
    numberingSystem: "latn",
    timeZone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
  });
  return (at) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    return { year: parts.get("year") ?? 0, month: parts.get("month") ?? 1, day: parts.get("day") ?? 1 };
  };
}

/** The day so many days later. */
export function addDays({ year, month, day }: Day, days: number): Day {
  return fromUtc(Date.UTC(year, month - 1, day + days));
}

/** The same day so many months later, or the last one of a month that is shorter. */
export function addMonths({ year, month, day }: Day, months: number): Day {
  const last = fromUtc(Date.UTC(year, month + months, 0));
  return { ...last, day: Math.min(day, last.day) };
}

/** Below 0 when the first is earlier, 0 when they are the same. */
export function compareDays(a: Day, b: Day): number {
  return utcOf(a) - utcOf(b);
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: Day): number {
  return ((new Date(utcOf(day)).getUTCDay() + 6) % 7) + 1;
}

/** Noon of the day in UTC, for formats that are told to speak of UTC. */
export function noonOf(day: Day): number {
  return utcOf(day) + DAY_MS / 2;
}

/** The weeks of a month, from `firstWeekday` on: days of the month, and null where there is none. */
export function weeksOf({ year, month }: Day, firstWeekday: number): readonly (readonly (Day | null)[])[] {
  const first: Day = { year, month, day: 1 };
  const before = (weekdayOf(first) - firstWeekday + 7) % 7;
  const count = fromUtc(Date.UTC(year, month, 0)).day;
  return Array.from({ length: Math.ceil((before + count) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => {
      const day = week * 7 + weekday - before + 1;
      return day >= 1 && day <= count ? { year, month, day } : null;
    }),
  );
}

const DAY_MS = 86_400_000;
/** No zone is farther from UTC. */
const FARTHEST_MS = 26 * 3_600_000;

/** The first moment of a day, or of the next one that a zone has. Right whatever clocks did that night. */
export function startOfDay(dayOf: DayOf, day: Day): number {
  let [before, after] = [utcOf(day) - FARTHEST_MS, utcOf(day) + FARTHEST_MS];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (compareDays(dayOf(middle), day) < 0) before = middle;
    else after = middle;
  }
  return after;
}

/** Quiet times shorter than this do not part what happened on a day, in milliseconds. */
const TOGETHER_MS = 5 * 60_000;

/** What happened from `from` to before `to`, in stretches that no long quiet time parts. */
export function spansWithin(stretches: readonly TimeRange[], from: number, to: number): readonly TimeRange[] {
  const spans: TimeRange[] = [];
  for (const stretch of stretches) {
    if (stretch.to < from || stretch.from >= to) continue;
    const begin = Math.max(stretch.from, from) as TimeRange["from"];
    const end = Math.min(stretch.to, to - 1) as TimeRange["to"];
    const last = spans.at(-1);
    if (last && begin - last.to < TOGETHER_MS) spans[spans.length - 1] = { from: last.from, to: end };
    else spans.push({ from: begin, to: end });
  }
  return spans;
}

function utcOf({ year, month, day }: Day): number {
  return Date.UTC(year, month - 1, day);
}

function fromUtc(at: number): Day {
  const date = new Date(at);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
