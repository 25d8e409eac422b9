/** The middle one of numbers; of an even number, the higher of the two. */
export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/** The number below which a share of all numbers lies. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number;
}

/** Milliseconds of this process's CPU that some work takes: whatever else the machine does counts for little. */
export function cpuMillisecondsOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The median of several passes of {@link cpuMillisecondsOf}. */
export function medianMillisecondsOf(work: () => void, passes = 5): number {
  return median(Array.from({ length: passes }, () => cpuMillisecondsOf(work)));
}
