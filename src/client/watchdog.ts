import type { Cancel, Clock } from "../clock/clock.js";

/** Notices when something that should go on stands still. */
export interface Watchdog {
  /** Says what is waited for now; null for nothing. The same again changes nothing, another starts the time anew. */
  watch(awaited: number | null): void;
}

/** Makes a watchdog that calls back when it has waited for one and the same thing for `ms`. Idle, it runs no timer. */
export function createWatchdog(clock: Clock, ms: number, onStandstill: () => void): Watchdog {
  let awaited: number | null = null;
  let cancel: Cancel | null = null;
  return {
    watch(next) {
      if (next === awaited) return;
      awaited = next;
      cancel?.();
      cancel = next === null ? null : clock.after(ms, onStandstill);
    },
  };
}
