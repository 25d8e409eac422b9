import type { ByteReader } from "./bytes.js";

/** Bits that fit beside those of a byte under way in one 32 bit number. */
export const AT_ONCE = 24;

export const AT_ONCE_UNITS = 2 ** AT_ONCE;

/** Steps of one size at the foot of a ramp; each step after them is twice as high as the one before. */
export const EVEN_STEPS = 4;

/** No step is higher than 2³⁹: more than differences of 32 bit numbers need. */
const HIGHEST = 39;

/** Four bits say how long a number is; the largest length says that five more follow. */
export const LENGTH_BITS = 4;

export const LONG = 15;

export const MORE_LENGTH_BITS = 5;

/** Reads what a {@link BitWriter} wrote, from where a byte reader is to its end. Throws `bad-bytes` as that does. */
export class BitReader {
  #held = 0;
  #count = 0;

  constructor(private readonly bytes: ByteReader) {}

  /** Bits not read yet, with those that may fill up the last byte. */
  get left(): number {
    return 8 * this.bytes.left + this.#count;
  }

  bits(count: number): number {
    if (count > AT_ONCE) return this.bits(AT_ONCE) + this.bits(count - AT_ONCE) * AT_ONCE_UNITS;
    if (this.#count < count) this.#fill(count);
    const value = this.#held & ((1 << count) - 1);
    this.#drop(count);
    return value;
  }

  ramp(k: number): number {
    const step = this.#ones();
    if (step < EVEN_STEPS) return (step << k) | this.bits(k);
    const height = k + 1 + step - EVEN_STEPS;
    if (height > HIGHEST) this.fail("holds a number that is too long");
    return EVEN_STEPS * 2 ** k + 2 ** height - 2 ** (k + 1) + this.bits(height);
  }

  sized(): number {
    const short = this.bits(LENGTH_BITS);
    const length = short < LONG ? short : LONG + this.bits(MORE_LENGTH_BITS);
    if (length > 32) this.fail("holds a number that is too long");
    return length > 1 ? 2 ** (length - 1) + this.bits(length - 1) : length;
  }

  /** Reads what fills up the last byte. */
  end(): void {
    if (this.left > 7 || this.bits(this.left) !== 0) this.fail("goes on after its end");
  }

  /** Throws `bad-bytes`: the thing being read `problem`. */
  fail(problem: string): never {
    return this.bytes.fail(problem);
  }

  /** Reads ones up to a zero, and the zero; how many there were. */
  #ones(): number {
    for (let before = 0; ;) {
      if (this.#count === 0) this.#fill(1);
      // There is a zero above what is held: 31 bits are held at most.
      const zeros = ~this.#held;
      const ones = 31 - Math.clz32(zeros & -zeros);
      if (ones < this.#count) {
        this.#drop(ones + 1);
        return before + ones;
      }
      before += this.#count;
      this.#drop(this.#count);
      if (before > HIGHEST + EVEN_STEPS) this.fail("holds a number that is too long");
    }
  }

  /** Takes as many bytes as can be held, and `least` bits at least. */
  #fill(least: number): void {
    for (let left = this.bytes.left; this.#count < AT_ONCE && left > 0; left--) {
      this.#held |= this.bytes.byte() << this.#count;
      this.#count += 8;
    }
    if (this.#count < least) this.fail("ends in the middle of a number");
  }

  #drop(count: number): void {
    this.#held >>>= count;
    this.#count -= count;
  }
}
