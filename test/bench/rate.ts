/** The middle one of numbers; of an even number, the higher of the two. */
export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/** The number below which a share of all numbers lies. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number;
}

/** Milliseconds that some work takes: the median of several passes. */
export function millisecondsOf(work: () => void, passes = 5): number {
  const times = Array.from({ length: passes }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return median(times);
}
