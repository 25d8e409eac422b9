/**
 * Chances in the logistic domain, `stretch(p) = ln(p / (1 - p))`, and back, as tables of whole numbers. They are made
 * with + - * / alone, which are the same to the bit in every engine; `Math.exp` and `Math.log` are not.
 */

/** Steps of a stretched chance to each 1. */
const UNIT = 256;
const STEPS = 4096;
/** The farthest from 0 that a stretched chance may be. */
const STRETCH_END = 2047;
/** The farthest from 0 that a sum of stretched chances is told apart. */
export const SQUASH_END = 12 * UNIT - 1;
const CERTAIN = 1 << 16;

/**
 * The stretched chances at the middle of each of 4096 steps of a chance. The place of a chance is its step less 2048,
 * in two's complement of 12 bits: the upper half of chances comes first.
 */
export function stretchTable(): Int16Array {
  return Int16Array.from({ length: STEPS }, (_, place) => {
    const chance = (((place + STEPS / 2) % STEPS) + 0.5) / STEPS;
    return within(Math.round(logarithm(chance / (1 - chance)) * UNIT), -STRETCH_END, STRETCH_END);
  });
}

/** The chances, of 65536, that stretched are `place - SQUASH_END`. */
export function squashTable(): Int32Array {
  return Int32Array.from({ length: 2 * SQUASH_END + 1 }, (_, place) => {
    return within(Math.round(CERTAIN / (1 + exponential((SQUASH_END - place) / UNIT))), 1, CERTAIN - 1);
  });
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/** `e^value`, by the series of the exponential at a place near 0, squared back. */
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

/** The natural logarithm of a number above 0: halved or doubled to near 1, then by {@link logarithmOfRatio}. */
function logarithm(value: number): number {
  let [near, doublings] = [value, 0];
  for (; near > 1.5; doublings++) near /= 2;
  for (; near < 0.75; doublings--) near *= 2;
  return doublings * logarithmOfRatio(1 / 3) + logarithmOfRatio((near - 1) / (near + 1));
}

/** `ln((1 + value) / (1 - value))` for values up to a third, by the series of the inverse hyperbolic tangent. */
function logarithmOfRatio(value: number): number {
  const square = value * value;
  let [sum, power] = [0, value];
  for (let n = 1; n < 60; n += 2) {
    sum += power / n;
    power *= square;
  }
  return 2 * sum;
}
