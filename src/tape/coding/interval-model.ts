import type { BitCoder } from "./arithmetic-coder.js";
import { bitAt, bitLength } from "./bits.js";
import { MixedBit } from "./mixed-bit.js";
import { codeNoise } from "./number-model.js";

/** Buckets of so many bits. */
const PLACE_BITS = 3;
const PLACES = 1 << PLACE_BITS;
const BUCKETS = 7;
/** The first bucket is this much shorter, so that what devices do every 8 or 16 ms stays in one, give or take one. */
const SHORTER = 2;

// What is beyond the buckets: how far, by its length and the first bits under the leading one.
const BEYOND = BUCKETS * PLACES - 1;
const MOST_BITS = 41;
/** Lengths from this one on are learned as one. */
const LAST_LENGTH = 8;
const LEARNED_BITS = 2;

// The nodes: is it beyond this bucket; the place in a bucket, a tree for each; is it longer than so many bits; the first
// bits.
const TREES = PLACES;
const LONGER = TREES + BUCKETS * PLACES - 1;
const FIRST_BITS = LONGER + 1 + LAST_LENGTH;
const NODES = FIRST_BITS + (LAST_LENGTH << LEARNED_BITS);

/**
 * The milliseconds from one sample to the next as a row of decisions, each learned in four contexts: in which bucket of
 * eight they are, counted up, and at which place in it; or how far beyond the buckets, as a number from 1 up.
 */
export class IntervalModel {
  readonly #bits: MixedBit;
  readonly #b: number;
  readonly #c: number;
  readonly #d: number;

  /** The arguments are how many contexts each of the four tells apart: they are numbers from 0 up to that. */
  constructor(a: number, b: number, c: number, d: number) {
    this.#b = a;
    this.#c = a + b;
    this.#d = a + b + c;
    this.#bits = new MixedBit(a + b + c + d, NODES);
  }

  /**
   * Codes a whole number from 0 to 2⁴⁰.
   *
   * @returns the number, given to the coder or read from it. One from damaged bytes is from -2 to 2⁴².
   */
  code(coder: BitCoder, value: number, contextA: number, contextB: number, contextC: number, contextD: number): number {
    const bits = this.#bits;
    const a = bits.row(contextA);
    const b = bits.row(this.#b + contextB);
    const c = bits.row(this.#c + contextC);
    const d = bits.row(this.#d + contextD);
    const whole = value + SHORTER;
    const given = whole > BEYOND ? BUCKETS : whole >> PLACE_BITS;
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      if (bits.code(coder, given > bucket ? 1 : 0, bucket, a, b, c, d) === 1) continue;
      const tree = TREES + bucket * PLACES;
      let place = 1;
      for (let left = PLACE_BITS - 1; left >= 0; left--) {
        place = (place << 1) | bits.code(coder, (whole >> left) & 1, tree + place, a, b, c, d);
      }
      return (bucket - 1) * PLACES + place - SHORTER;
    }
    return BEYOND - SHORTER + this.#codeBeyond(coder, whole - BEYOND, a, b, c, d);
  }

  #codeBeyond(coder: BitCoder, size: number, a: number, b: number, c: number, d: number): number {
    const bits = this.#bits;
    const given = bitLength(size);
    let length = 1;
    for (; length < MOST_BITS; length++) {
      const node = LONGER + Math.min(length, LAST_LENGTH);
      if (bits.code(coder, given > length ? 1 : 0, node, a, b, c, d) === 0) break;
    }
    const tree = FIRST_BITS + ((Math.min(length, LAST_LENGTH) - 1) << LEARNED_BITS);
    const noise = Math.max(0, length - 1 - LEARNED_BITS);
    let coded = 1;
    for (let left = length - 1; left > noise; left--) {
      coded = (coded << 1) | bits.code(coder, bitAt(size, left - 1), tree + coded, a, b, c, d);
    }
    return codeNoise(coder, size, coded, noise);
  }
}
