import { type BitCoder, SIGN, LOW, HIGH, cut, shifted, bytesInto, startOf } from "./arithmetic-coder.js";

/**
 * Writes decisions by binary arithmetic coding without carries: each decision cuts the interval in two by its chance,
 * and leading bytes on which both ends agree are written out. After Witten, Neal and Cleary, "Arithmetic coding for data
 * compression" (1987), in the form that Mahoney gave it in lpaq.
 */
export class ArithmeticEncoder implements BitCoder {
  readonly isOverrun = false;
  readonly #interval = Int32Array.of(SIGN, ~SIGN);
  #bytes = new Uint8Array(1024);
  #length = 0;

  bit(chance: number, bit: number): number {
    const interval = this.#interval;
    let low = interval[LOW] as number;
    let high = interval[HIGH] as number;
    const middle = cut(low, high, chance);
    if (bit === 1) high = middle;
    else low = middle + 1;
    while (((low ^ high) & 0xff000000) === 0) {
      this.#push((low ^ SIGN) >>> 24);
      low = shifted(low, 0);
      high = shifted(high, 0xff);
    }
    interval[LOW] = low;
    interval[HIGH] = high;
    return bit;
  }

  /** All that was written, ended by the fewest bytes that lead into the interval. Write nothing after it. */
  finish(): Uint8Array {
    const count = bytesInto(this.#interval);
    const end = startOf(this.#interval, count);
    for (let byte = 0; byte < count; byte++) this.#push((end >>> (24 - 8 * byte)) & 0xff);
    return this.#bytes.slice(0, this.#length);
  }

  #push(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const grown = new Uint8Array(this.#length * 2);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes[this.#length++] = byte;
  }
}
