/**
 * The logistic function and its inverse from tables, which are made with + - * / alone: every engine has the same bits.
 *
 * `stretch(p) = ln(p / (1 - p))`, `squash(s) = 1 / (1 + e^-s)`.
 */

/** Entries of {@link STRETCH}. */
export const STRETCH_SIZE = 4096;
/** `squash` is told apart up to this many from 0. */
const SQUASH_END = 12;
/** Entries of the squash table for each 1. */
const SQUASH_STEPS = 64;

/** `stretch` of the middle of each 4096th of 0..1. */
export const STRETCH = Float64Array.from({ length: STRETCH_SIZE }, (_, index) => {
  const chance = (index + 0.5) / STRETCH_SIZE;
  return logarithm(chance / (1 - chance));
});

const SQUASH = Float64Array.from({ length: 2 * SQUASH_END * SQUASH_STEPS + 2 }, (_, index) => {
  return 1 / (1 + exponential(SQUASH_END - index / SQUASH_STEPS));
});

/** The chance whose stretch is `value`, to within a few millionths. */
export function squash(value: number): number {
  const kept = value > SQUASH_END ? SQUASH_END : value < -SQUASH_END ? -SQUASH_END : value;
  const place = (kept + SQUASH_END) * SQUASH_STEPS;
  const index = Math.floor(place);
  const low = SQUASH[index] as number;
  return low + ((SQUASH[index + 1] as number) - low) * (place - index);
}

/** `e^value`, from the series of the exponential at a place near 0, squared back. */
function exponential(value: number): number {
  const small = value / 1024;
  let [sum, term] = [1, 1];
  for (let n = 1; n <= 12; n++) {
    term = (term * small) / n;
    sum += term;
  }
  for (let doubling = 0; doubling < 10; doubling++) sum *= sum;
  return sum;
}

/** The natural logarithm of a number above 0, from the series of the inverse hyperbolic tangent. */
function logarithm(value: number): number {
  let [near, doublings] = [value, 0];
  for (; near > 1.5; doublings++) near /= 2;
  for (; near < 0.75; doublings--) near *= 2;
  return doublings * atanhSeries(1 / 3) + atanhSeries((near - 1) / (near + 1));
}

/** `2 * atanh(value) = ln((1 + value) / (1 - value))` for values up to a third. */
function atanhSeries(value: number): number {
  const square = value * value;
  let [sum, power] = [0, value];
  for (let n = 1; n < 60; n += 2) {
    sum += power / n;
    power *= square;
  }
  return 2 * sum;
}
