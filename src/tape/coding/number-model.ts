import { EVEN, type BitCoder } from "./arithmetic-coder.js";
import { bitAt, bitLength } from "./bits.js";
import { MixedBit } from "./mixed-bit.js";

/** The farthest from 0 that a number may be. */
export const NUMBER_MAX = 2 ** 40;

const MOST_BITS = 41;
/** Lengths up to this one are learned for each sign by itself. */
const SIGNED_LENGTHS = 4;
/** Lengths from this one on are learned as one. */
const LAST_LENGTH = 12;
/** Numbers of up to this many bits are learned whole; of longer ones, the two bits under the leading one. */
const WHOLE_BITS = 6;
const LEARNED_BITS = 2;
/** The bits of numbers from this length on are learned as one. */
const LAST_BITS = 10;

// The nodes: is it 0; is it below 0; is it longer than so many bits (above 0, below 0, long ones of both); the bits of
// short numbers, a tree for each length; the first bits of long ones.
const ZERO = 0;
const SIGN = 1;
const LONGER = 1;
const LONGER_BELOW = LONGER + SIGNED_LENGTHS;
const BITS = LONGER_BELOW + LAST_LENGTH - 2;
const FIRST_BITS = BITS + (1 << WHOLE_BITS);
const NODES = FIRST_BITS + ((LAST_BITS - WHOLE_BITS) << LEARNED_BITS);

/**
 * A whole number as a row of decisions, each learned in the number's contexts: is it 0, is it below 0, is it longer than
 * one bit, than two, …, and then the bits under the leading one. Of long numbers only the first bits are learned; the
 * rest are taken for noise.
 */
export class NumberModel {
  readonly #bits: MixedBit;
  readonly #b: number;
  readonly #c: number;
  readonly #d: number;

  /** The arguments are how many contexts each of the four tells apart: they are numbers from 0 up to that. */
  constructor(a = 64, b = a, c = a, d = 1) {
    this.#b = a;
    this.#c = a + b;
    this.#d = a + b + c;
    this.#bits = new MixedBit(a + b + c + d, NODES);
  }

  /**
   * Codes a whole number no farther from 0 than {@link NUMBER_MAX}.
   *
   * @returns the number, given to the coder or read from it. One from damaged bytes is less than 2⁴¹ from 0.
   */
  code(coder: BitCoder, value: number, contextA: number, contextB: number, contextC: number, contextD = 0): number {
    const bits = this.#bits;
    const a = bits.row(contextA);
    const b = bits.row(this.#b + contextB);
    const c = bits.row(this.#c + contextC);
    const d = bits.row(this.#d + contextD);
    if (bits.code(coder, value === 0 ? 1 : 0, ZERO, a, b, c, d) === 1) return 0;
    const sign = bits.code(coder, value < 0 ? 1 : 0, SIGN, a, b, c, d);
    const size = Math.abs(value);
    const given = bitLength(size);
    const longer = sign === 1 ? LONGER_BELOW : LONGER;
    let length = 1;
    for (; length < MOST_BITS; length++) {
      const node = length > SIGNED_LENGTHS ? LONGER_BELOW + Math.min(length, LAST_LENGTH) : longer + length;
      if (bits.code(coder, given > length ? 1 : 0, node, a, b, c, d) === 0) break;
    }
    const noise = length > WHOLE_BITS ? length - 1 - LEARNED_BITS : 0;
    const tree = noise > 0 ? firstBits(length) : BITS + (1 << (length - 1));
    let coded = 1;
    for (let left = length - 1; left > noise; left--) {
      coded = (coded << 1) | bits.code(coder, bitAt(size, left - 1), tree + coded, a, b, c, d);
    }
    if (noise > 0) coded = codeNoise(coder, size, coded, noise);
    return sign === 1 ? -coded : coded;
  }
}

/** Codes the last `left` bits of a number, of which those before are `coded`, at even chances. */
export function codeNoise(coder: BitCoder, size: number, coded: number, left: number): number {
  let whole = coded;
  for (let place = left - 1; place >= 0; place--) whole = 2 * whole + coder.bit(EVEN, bitAt(size, place));
  return whole;
}

function firstBits(length: number): number {
  return FIRST_BITS + ((Math.min(length, LAST_BITS) - WHOLE_BITS - 1) << LEARNED_BITS);
}
