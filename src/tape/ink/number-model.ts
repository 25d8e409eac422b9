import type { BitCoder } from "./arithmetic-coder.js";
import { MixedBit } from "./mixed-bit.js";

/** The most that a number may be away from 0. */
export const NUMBER_MAX = 2 ** 40;

/** Bits of {@link NUMBER_MAX}. */
const MOST_BITS = 41;
/** Numbers of up to this many bits are learned whole; of longer ones, the first bits below the leading one. */
const WHOLE_BITS = 6;
const LEADING_BITS = 2;
const LEADING_NODES = 1 << LEADING_BITS;

// The decisions of a number, by their places in a context: zero?, sign, is it longer?, then the bits of each length.
const ZERO = 0;
const SIGN = 1;
const LONGER = 2;
const BITS = LONGER + MOST_BITS;
const WHOLE_NODES = 1 << WHOLE_BITS;
const NODES = BITS + WHOLE_NODES + (MOST_BITS - WHOLE_BITS) * LEADING_NODES;

/**
 * A whole number as a run of decisions, each learned in three contexts: is it 0, how many bits has it (counted up one
 * at a time), is it below 0, then the bits under the leading one. Of long numbers only the first bits are learned; the
 * rest are taken for noise.
 */
export class NumberModel {
  readonly #contexts: number;
  readonly #bits: MixedBit;

  /** @param contexts how many contexts each of the three may tell apart: they are numbers from 0 up to it. */
  constructor(contexts = 64) {
    this.#contexts = contexts;
    this.#bits = new MixedBit(contexts * NODES * 3, NODES);
  }

  /**
   * Codes a whole number no farther from 0 than {@link NUMBER_MAX}.
   *
   * @returns the number, given to the coder or read from it; a damaged one may be up to twice as far away.
   */
  code(coder: BitCoder, value: number, contextA: number, contextB: number, contextC: number): number {
    const bits = this.#bits;
    const a = contextA * NODES;
    const b = (this.#contexts + contextB) * NODES;
    const c = (2 * this.#contexts + contextC) * NODES;
    if (bits.code(coder, value === 0 ? 1 : 0, a + ZERO, b + ZERO, c + ZERO, ZERO) === 1) return 0;
    const size = value < 0 ? -value : value;
    const given = bitLength(size);
    let length = 1;
    for (; length < MOST_BITS; length++) {
      const node = LONGER + length;
      if (bits.code(coder, given > length ? 1 : 0, a + node, b + node, c + node, node) === 0) break;
    }
    const sign = bits.code(coder, value < 0 ? 1 : 0, a + SIGN, b + SIGN, c + SIGN, SIGN);
    let coded = 1;
    for (let left = length - 1; left > 0; left--) {
      const bit = Math.floor(size / 2 ** (left - 1)) % 2;
      let read: number;
      if (length <= WHOLE_BITS || coded < LEADING_NODES) {
        const node =
          length <= WHOLE_BITS
            ? BITS + (1 << (length - 1)) + coded
            : BITS + WHOLE_NODES + (length - WHOLE_BITS - 1) * LEADING_NODES + coded;
        read = bits.code(coder, bit, a + node, b + node, c + node, node);
      } else {
        read = coder.bit(1 << 15, bit);
      }
      coded = coded * 2 + read;
    }
    return sign === 1 ? -coded : coded;
  }
}

/** How many bits a whole number from 0 to 2⁵³ has. */
function bitLength(value: number): number {
  const high = Math.floor(value / 2 ** 32);
  return high > 0 ? 64 - Math.clz32(high) : 32 - Math.clz32(value);
}
