import type { Millis } from "../../signal/ids.js";
import type { TimeRange } from "../../tape/timeline.js";
import { millisOf, type Moment } from "../track.js";

/** When a media element's time 0 was: a `Date` or ISO 8601 text names the wall time; a number is milliseconds from the range's start. */
export type MediaOffset = Moment;

/** Reads an offset; what it gives is wall time in milliseconds. Throws `bad-argument`. */
export function mediaStartOf(offset: MediaOffset): (range: TimeRange) => number {
  const millis = millisOf(offset, "mediaOffset") as number;
  return typeof offset === "number" ? ({ from }) => from + millis : () => millis;
}

/** Seconds of media at a wall time; negative before its start. */
export function mediaTimeAt(wall: number, start: number): number {
  return (wall - start) / 1000;
}

/** The wall time at which that much of the media has been played. */
export function wallAtMedia(time: number, start: number): Millis {
  return (start + time * 1000) as Millis;
}
