const SHORTEST_MS = 250;
const LONGEST_MS = 15_000;

/**
 * How long to wait before another try, in milliseconds: anywhere from 250 ms to a bound that doubles with every
 * failure, up to 15 s. The whole stretch is left to chance ("full jitter", AWS Architecture Blog, "Exponential Backoff
 * And Jitter", 2015), so that clients who lost the same server do not come back in step.
 *
 * @param attempt how many tries failed since the last good connection, not counting this one.
 */
export function backoff(attempt: number, random: () => number): number {
  const bound = Math.min(LONGEST_MS, SHORTEST_MS * 2 ** (attempt + 1));
  return SHORTEST_MS + random() * (bound - SHORTEST_MS);
}
