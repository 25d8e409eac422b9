import type { Millis } from "../../signal/ids.js";
import type { TimeRange } from "../../tape/timeline.js";
import type { SyncPolicy } from "./sqlite/database.js";

/** Says what is wrong with the words. */
export class WrongUse extends Error {}

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
/** How much is logged, the least first. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A port; 0 stands for any. */
export function readPort(text: string): number {
  if (/^\d+$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new WrongUse(`"${text}" is no port.`);
}

/** Milliseconds, from a number of seconds. */
export function readSeconds(text: string): number {
  if (/^\d{1,6}$/.test(text) && Number(text) >= 1) return Number(text) * 1000;
  throw new WrongUse(`"${text}" is no number of seconds from 1.`);
}

/** How much is logged. */
export function readLogLevel(text: string): LogLevel {
  const level = LOG_LEVELS.find((known) => known === text);
  if (level) return level;
  throw new WrongUse(`"${text}" is no level of the log: it is one of ${LOG_LEVELS.join(", ")}.`);
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Seconds, from their number or one with a unit. */
export function readDuration(text: string): number {
  const [, number = "", unit = "s"] = /^(\d{1,9})([smhd])?$/.exec(text) ?? [];
  const seconds = Number(number) * (SECONDS[unit] ?? 0);
  if (number !== "" && seconds > 0) return seconds;
  throw new WrongUse(`"${text}" is no time that a token could be good for: write one like 90s, 30m, 8h or 7d.`);
}

/** A stretch of time; an end that is not given is that of all time. */
export function readRange(from: string | undefined, to: string | undefined): TimeRange {
  const range = {
    from: (from === undefined ? 0 : readMoment(from)) as Millis,
    to: (to === undefined ? Number.MAX_SAFE_INTEGER : readMoment(to)) as Millis,
  };
  if (range.to < range.from) throw new WrongUse(`--to ${to} is before --from ${from}.`);
  return range;
}

/** A time in milliseconds since 1970, from itself or an ISO 8601 string. */
function readMoment(text: string): number {
  const time = /^\d+$/.test(text) ? Number(text) : /^\d{4}-\d\d/.test(text) ? Date.parse(text) : NaN;
  if (Number.isSafeInteger(time) && time >= 0) return time;
  throw new WrongUse(`"${text}" is no time: write one like 2026-11-22T08:00Z, or milliseconds since 1970.`);
}

const UNITS: Readonly<Record<string, number>> = { "": 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 };

/** Bytes, from their number or one with a unit. */
export function readBytes(text: string): number {
  const [, number = "", unit = ""] = /^(\d{1,12})([KMGT]?)$/.exec(text) ?? [];
  if (Number(number) > 0) return Number(number) * (UNITS[unit] ?? 1);
  throw new WrongUse(`"${text}" is no number of bytes, like 500M or 2G.`);
}

/** A number of days. */
export function readDays(text: string): number {
  if (/^\d{1,6}$/.test(text) && Number(text) > 0) return Number(text);
  throw new WrongUse(`"${text}" is no number of days from 1.`);
}

/** When what is stored has to be on stable storage. */
export function readSync(text: string): SyncPolicy {
  if (text === "full" || text === "normal") return text;
  throw new WrongUse(`"${text}" is no way to store: take full or normal.`);
}
