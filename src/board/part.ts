/**
 * Lengths that are worked out are rounded to parts of this size: short on the wire, and the same on every machine, whose
 * sines may differ in their last digit. Places on this grid add up without error.
 */
const PARTS = 2 ** 12;

/** Never -0, which the wire would have to write out. */
export function part(length: number): number {
  return Math.round(length * PARTS) / PARTS + 0;
}

/** The smallest length there is. */
export const LEAST_PART = 1 / PARTS;
