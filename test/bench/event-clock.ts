import type { Cancel, Clock } from "../../src/clock/clock.js";

const FRAME_MS = 1000 / 60;

interface Alarm {
  readonly due: number;
  readonly ring: (now: number) => void;
}

/** A clock that goes from one alarm to the next, as fast as what they lead to is done. */
export interface EventClock extends Clock {
  /** Goes on to `time`. After each alarm on the way it lets everything happen that waits for nothing but its turn. */
  until(time: number): Promise<void>;
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
    async until(until) {
      await settled();
      for (let next = alarms[0]; next && next.due <= until; next = alarms[0]) {
        alarms.shift();
        time = Math.max(time, next.due);
        next.ring(time);
        await settled();
      }
      time = Math.max(time, until);
    },
  };
}

function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
