import { InktapeError } from "../signal/errors.js";
import type { Millis } from "../signal/ids.js";
import type { Timeline, TimeRange } from "../tape/timeline.js";
import { PlayTime } from "./play-time.js";

/** A moment as an app names it: a `Date`, text that `Date` can read (ISO 8601), or milliseconds since 1970 UTC. */
export type Moment = Date | string | number;

/** The range that was asked for, in milliseconds since 1970 UTC. */
export interface Wish {
  /** Undefined: since the room was made. */
  readonly from: number | undefined;
  /** Undefined: to the end of the last activity. */
  readonly to: number | undefined;
}

/** What of a tape is played, and when. */
export interface Track {
  readonly timeline: Timeline;
  /** Null when nothing was recorded in the range. */
  readonly range: TimeRange | null;
  /** Of no duration when nothing was recorded. */
  readonly time: PlayTime;
  /** True when the wish went beyond what is recorded. */
  readonly isClamped: boolean;
  /** True when more may come at the end. */
  readonly isLive: boolean;
}

/** Reads a moment. Throws `bad-argument`, calling it `name`. */
export function millisOf(moment: Moment | undefined, name: string): number | undefined {
  if (moment === undefined) return undefined;
  const millis = new Date(moment).getTime();
  if (Number.isFinite(millis)) return millis;
  throw new InktapeError(
    "bad-argument",
    `"${String(moment)}" as "${name}" is no moment: give a Date, an ISO 8601 text or milliseconds since 1970 UTC.`,
  );
}

/** Lays the wish over what is recorded: from the room's creation to the end of its last activity. */
export function trackOf(timeline: Timeline, wish: Wish, idleLimit: number | null): Track {
  const { stretches } = timeline;
  const created = Math.min(timeline.created, stretches[0]?.from ?? timeline.created);
  const isLive = timeline.isLive && (wish.to === undefined || wish.to > timeline.now);
  const end = stretches.at(-1)?.to ?? created;
  const [from, to] = [wish.from ?? created, wish.to ?? end];
  const isEmpty = from > to || !stretches.some((stretch) => stretch.to >= from && stretch.from <= to);
  const isClamped = from < created || from > end || to < created || to > end;
  if (isEmpty) return { timeline, range: null, time: NO_TIME, isClamped, isLive };
  const range = { from: Math.max(from, created) as Millis, to: Math.min(to, end) as Millis };
  return { timeline, range, time: new PlayTime(range, stretches, idleLimit), isClamped, isLive };
}

const NO_TIME = new PlayTime({ from: 0 as Millis, to: 0 as Millis }, [], null);
