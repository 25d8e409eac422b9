import type { Cancel, Clock } from "../clock/clock.js";
import type { Entry } from "../signal/entry.js";

/** More entries than this are not left waiting for a picture. */
const MOST_WAITING = 512;
/** A page that is not shown gets no frames; its entries wait no longer than this. */
const LONGEST_MS = 200;

/** Entries that have come and wait for the next picture. */
export interface Inbox {
  add(entries: readonly Entry[]): void;
  /** Hands on at once what waits. */
  flush(): void;
  /** Drops what waits. */
  close(): void;
}

/** Makes an inbox that hands entries on once a frame, all of them together. */
export function createInbox(clock: Clock, handOn: (entries: readonly Entry[]) => void): Inbox {
  let waiting: Entry[] = [];
  let alarms: readonly Cancel[] = [];

  function take(): readonly Entry[] {
    for (const cancel of alarms) cancel();
    alarms = [];
    const entries = waiting;
    waiting = [];
    return entries;
  }

  function flush(): void {
    const entries = take();
    if (entries.length > 0) handOn(entries);
  }

  return {
    flush,
    close: () => void take(),
    add(entries) {
      for (const entry of entries) waiting.push(entry);
      if (waiting.length > MOST_WAITING) flush();
      else if (waiting.length > 0 && alarms.length === 0) {
        alarms = [clock.frame(flush), clock.after(LONGEST_MS, flush)];
      }
    },
  };
}
