import type { Clock } from "../../clock/clock.js";
import type { Late } from "./late.js";

/** What a person sees first comes before everything else; in milliseconds. */
const QUIET_MS = 1000;

/**
 * Fetches late parts one after another, in the time that nothing else needs, so that the first use of each finds it
 * there. Stops at one that cannot be had: whoever needs it tries again, and is told. Returns what ends it.
 */
export function prefetch(parts: readonly Late<unknown>[], clock: Clock): () => void {
  let isOver = false;
  const next = ([part, ...rest]: readonly Late<unknown>[]): void => {
    if (isOver || !part) return;
    whenIdle(() =>
      part.load().then(
        () => next(rest),
        () => undefined,
      ),
    );
  };
  const cancel = clock.after(QUIET_MS, () => next(parts));
  return () => {
    isOver = true;
    cancel();
  };
}

/** Safari has no idle time; there it is now. */
function whenIdle(callback: () => void): void {
  if ("requestIdleCallback" in window) window.requestIdleCallback(callback);
  else callback();
}
