/** Where a media element is, by what it says and by the time that went by since it last said something new. */
export interface Reading {
  /** Its `currentTime`, which some browsers renew only every 250 ms. */
  readonly raw: number;
  /** Where it is by all that is known, in seconds. */
  readonly time: number;
  /** The clock's time of this reading, and that at which `raw` was first seen. */
  readonly at: number;
  readonly changedAt: number;
  /** Seconds of media a second, from this reading on: 0 while it does not play. */
  readonly pace: number;
}

/** What plays renews its time at least so often, in milliseconds; what does not has stopped without saying so. */
const STUCK_MS = 350;

/** The next reading, at the clock's time `at` in milliseconds. */
export function read(before: Reading | null, raw: number, at: number, pace: number): Reading {
  if (!before || raw !== before.raw) return { raw, time: raw, at, changedAt: at, pace };
  const time = before.time + ((at - before.at) / 1000) * (isStuck(before) ? 0 : before.pace);
  return { raw, time, at, changedAt: pace === 0 ? at : before.changedAt, pace };
}

/** True when it should play and its time has stopped. */
export function isStuck({ at, changedAt }: Reading): boolean {
  return at - changedAt > STUCK_MS;
}
