import type { Cancel, Clock } from "./clock.js";

const FRAME_MS = 1000 / 60;

interface Alarm {
  readonly due: number;
  readonly ring: (now: number) => void;
}

/** A clock that moves only when its owner says so: for tests, stories and frame-by-frame export. */
export interface VirtualClock extends Clock {
  /** Moves time on by `ms`, ringing everything that falls due on the way, in order, each at its own time. */
  advance(ms: number): void;
  /** How many calls are still waiting. */
  readonly waiting: number;
}

/** Makes a virtual clock that shows `start` (milliseconds since 1970 UTC). Frames come 60 to the second. */
export function virtualClock(start = 0): VirtualClock {
  let time = start;
  let alarms: readonly Alarm[] = [];

  const set = (due: number, ring: Alarm["ring"]): Cancel => {
    const alarm = { due, ring };
    alarms = [...alarms, alarm];
    return () => {
      alarms = alarms.filter((other) => other !== alarm);
    };
  };
  const nextDue = (until: number) =>
    alarms.reduce<Alarm | undefined>(
      (first, alarm) => (alarm.due <= until && (!first || alarm.due < first.due) ? alarm : first),
      undefined,
    );
  const nextFrame = () => {
    const count = Math.floor((time - start) / FRAME_MS) + 1;
    const due = start + count * FRAME_MS;
    // Times of this century have a grain of 0.0002 ms: a frame that was just drawn may round to one not drawn yet.
    return due > time ? due : start + (count + 1) * FRAME_MS;
  };

  return {
    now: () => time,
    frame: (callback) => set(nextFrame(), callback),
    after: (ms, callback) => set(time + ms, callback),
    get waiting() {
      return alarms.length;
    },
    advance(ms) {
      const until = time + ms;
      for (let alarm = nextDue(until); alarm; alarm = nextDue(until)) {
        const ringing = alarm;
        alarms = alarms.filter((other) => other !== ringing);
        time = Math.max(time, ringing.due);
        ringing.ring(time);
      }
      time = until;
    },
  };
}
