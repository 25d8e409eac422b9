import type { ByteWriter } from "./byte-writer.js";
import { AT_ONCE, AT_ONCE_UNITS, EVEN_STEPS, LENGTH_BITS, LONG, MORE_LENGTH_BITS } from "./bits.js";

/** Numbers below this are whole numbers of the machine, shifted at once. */
const SMALL = 2 ** 30;

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
