import type { Cancel, Clock } from "../../src/clock/clock.js";

const FRAME_MS = 1000 / 60;

interface Alarm {
  readonly due: number;
  readonly ring: (now: number) => void;
}

/** A clock that goes from one alarm to the next, as fast as what they lead to is done. */
export interface EventClock extends Clock {
  /** Waits for a moment while somebody else lets the time go on. */
  wait(until: number): Promise<void>;
  /** Lets the time go on until the work is done. After each alarm, all happens that waits for nothing but its turn. */
  run<T>(work: Promise<T>): Promise<T>;
}

/** Makes a clock that shows `start` (milliseconds since 1970 UTC). Frames come 60 to the second. */
export function eventClock(start: number): EventClock {
  let time = start;
  /** In the order in which they ring. */
  const alarms: Alarm[] = [];

  const set = (due: number, ring: Alarm["ring"]): Cancel => {
    const alarm = { due, ring };
    let place = alarms.length;
    while (place > 0 && (alarms[place - 1] as Alarm).due > due) place -= 1;
    alarms.splice(place, 0, alarm);
    return () => {
      const at = alarms.indexOf(alarm);
      if (at >= 0) alarms.splice(at, 1);
    };
  };
  const frameAfter = (now: number) => {
    const due = start + (Math.floor((now - start) / FRAME_MS) + 1) * FRAME_MS;
    return due > now ? due : due + FRAME_MS;
  };

  return {
    now: () => time,
    frame: (callback) => set(frameAfter(time), callback),
    after: (ms, callback) => set(time + ms, callback),
    wait: (until) => new Promise((resolve) => void set(until, () => resolve())),
    async run(work) {
      let isDone = false;
      work.finally(() => (isDone = true)).catch(() => undefined);
      for (await settled(); !isDone; await settled()) {
        const next = alarms.shift();
        if (!next) throw new Error("The work waits for something that no alarm will bring.");
        time = Math.max(time, next.due);
        next.ring(time);
      }
      return work;
    },
  };
}

function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
