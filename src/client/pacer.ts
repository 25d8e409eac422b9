import type { Cancel, Clock } from "../clock/clock.js";

/** Lets something happen at once after a quiet time, and no oftener than every so many milliseconds. */
export interface Pacer {
  /** There is something to do. */
  nudge(): void;
  stop(): void;
}

/**
 * Makes a pacer. `beat` does what there is to do and says whether there was anything; when there was not, the pacer
 * goes quiet and runs no timer.
 */
export function createPacer(clock: Clock, ms: number, beat: () => boolean): Pacer {
  let waiting: Cancel | null = null;
  let state: "quiet" | "beating" | "waiting" | "stopped" = "quiet";
  const isStopped = () => state === "stopped";

  function next(): void {
    state = "beating";
    const wasBusy = beat();
    // What beat() led to may have stopped this pacer.
    if (isStopped()) return;
    state = wasBusy ? "waiting" : "quiet";
    if (wasBusy) waiting = clock.after(ms, next);
  }

  return {
    nudge() {
      if (state === "quiet") next();
    },
    stop() {
      state = "stopped";
      waiting?.();
      waiting = null;
    },
  };
}
