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
  const fetchAll = async () => {
    for (const part of parts) {
      await idleTime();
      if (isOver) return;
      await part.load();
    }
  };
  const cancel = clock.after(QUIET_MS, () => void fetchAll().catch(() => undefined));
  return () => {
    isOver = true;
    cancel();
  };
}

/** Safari has no idle time; there it is now. */
function idleTime(): Promise<unknown> {
  return new Promise((resolve) => ("requestIdleCallback" in window ? requestIdleCallback(resolve) : resolve(null)));
}
