import type { Entry } from "../signal/entry.js";
import { trackOf } from "../signal/signal.js";

/** Parts of equal length into which a block's time is cut to say how busy it was. */
export const ACTIVITY_BINS = 8;
/** The busiest that a bin can be. */
export const ACTIVITY_MOST = 15;

/**
 * How busy the time of a block was: for each of {@link ACTIVITY_BINS} parts of equal length from its first to its last
 * entry, how many binary digits the number of document entries in it has, at most {@link ACTIVITY_MOST}. 0 is none, 1 is
 * one, 2 is two or three, 3 is up to seven.
 */
export function activityOf(entries: readonly Entry[]): number[] {
  const [from, to] = [entries[0]?.at ?? 0, entries.at(-1)?.at ?? 0];
  const counts = Array.from({ length: ACTIVITY_BINS }, () => 0);
  for (const { at, signal } of entries) {
    if (trackOf(signal) !== "document") continue;
    const bin = Math.floor(((at - from) / (to - from + 1)) * ACTIVITY_BINS);
    counts[bin] = (counts[bin] as number) + 1;
  }
  return counts.map((count) => Math.min(ACTIVITY_MOST, 32 - Math.clz32(count)));
}
