/** Speeds a person can choose. */
export const RATES = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 4, 8, 16] as const;

/** The next faster (`1`) or slower (`-1`) speed; the same one at either end. */
export function nextRate(rate: number, step: 1 | -1): number {
  if (step > 0) return RATES.find((other) => other > rate) ?? rate;
  return RATES.findLast((other) => other < rate) ?? rate;
}
