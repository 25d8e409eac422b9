import type { Clock } from "../../clock/clock.js";

/** A clock that goes faster or slower than another one, or stands still, as its owner says. */
export interface PacedClock extends Clock {
  /** The clock that it is derived from. Delays of `after` are of this one. */
  readonly base: Clock;
  /**
   * How much of its time goes by in a millisecond of the base clock, from now on: 1 unless it is set, 0 stands still.
   * It neither jumps nor runs backwards when that changes.
   */
  setPace(pace: number): void;
}

/** Makes a clock that goes as `base` does until it is told otherwise. */
export function pacedClock(base: Clock): PacedClock {
  const start = base.now();
  let anchor = { time: start, base: start };
  let pace = 1;
  const at = (now: number) => anchor.time + Math.max(0, now - anchor.base) * pace;
  return {
    base,
    now: () => at(base.now()),
    frame: (callback) => base.frame((now) => callback(at(now))),
    after: (ms, callback) => base.after(ms, callback),
    setPace(next) {
      if (next === pace) return;
      const now = base.now();
      anchor = { time: at(now), base: now };
      pace = next;
    },
  };
}
