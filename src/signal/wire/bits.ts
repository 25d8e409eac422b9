import type { ByteReader, ByteWriter } from "./bytes.js";

/** Bits that fit beside those of a byte under way in one 32 bit number. */
const AT_ONCE = 24;
const AT_ONCE_UNITS = 2 ** AT_ONCE;
/** Steps of one size at the foot of a ramp; each step after them is twice as high as the one before. */
const EVEN_STEPS = 4;
/** No step is higher than 2³⁹: more than differences of 32 bit numbers need. */
const HIGHEST = 39;
/** Numbers below this are whole numbers of the machine, shifted at once. */
const SMALL = 2 ** 30;
/** Four bits say how long a number is; the largest length says that five more follow. */
const LENGTH_BITS = 4;
const LONG = 15;
const MORE_LENGTH_BITS = 5;

/** Writes numbers in as many bits as they need, the low bits of a byte first. */
export class BitWriter {
  #held = 0;
  #count = 0;

  constructor(private readonly bytes: ByteWriter) {}

  /** The `count` low bits of a whole number that has no others; `count` is 40 at most. */
  bits(value: number, count: number): void {
    if (count > AT_ONCE) {
      this.bits(value % AT_ONCE_UNITS, AT_ONCE);
      this.bits(Math.floor(value / AT_ONCE_UNITS), count - AT_ONCE);
      return;
    }
    this.#held |= value << this.#count;
    this.#count += count;
    for (; this.#count >= 8; this.#count -= 8) {
      this.bytes.byte(this.#held & 255);
      this.#held >>>= 8;
    }
  }

  /**
   * A whole number from 0 to 2⁴⁰ that is likely to be around 2 to the power of `k`, which is 0 to 15: ones and a zero
   * that say on which step of a ramp it is, then its place on the step. The first four steps are 2ᵏ high (a Rice code),
   * each further one is twice as high as the one before (an exponential Golomb code), so that what is far off stays short.
   */
  ramp(value: number, k: number): void {
    if (value < SMALL && value >> k < EVEN_STEPS) {
      const step = value >> k;
      const ones = (1 << step) - 1;
      const place = value & ((1 << k) - 1);
      // The ones, the zero and the place.
      this.bits(ones | (place << (step + 1)), step + 1 + k);
      return;
    }
    let [step, height, rest] = [EVEN_STEPS, k + 1, value - EVEN_STEPS * 2 ** k];
    for (; rest >= 2 ** height; step += 1, height += 1) rest -= 2 ** height;
    this.bits(2 ** step - 1, step + 1);
    this.bits(rest, height);
  }

  /** A whole number below 2³² of which nothing is known before: its length, then what stands below its highest bit. */
  sized(value: number): void {
    const length = 32 - Math.clz32(value);
    this.bits(Math.min(length, LONG), LENGTH_BITS);
    if (length >= LONG) this.bits(length - LONG, MORE_LENGTH_BITS);
    if (length > 1) this.bits(value - 2 ** (length - 1), length - 1);
  }

  /** Fills up the last byte with zeros. */
  finish(): void {
    if (this.#count > 0) this.bits(0, 8 - this.#count);
  }
}

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
