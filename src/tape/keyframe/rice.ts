import { InktapeError } from "../../signal/errors.js";

/**
 * Numbers of 32 bits that are nearly always small, in Rice codes: with the parameter k, 0 to {@link MOST_RICE}, a number is
 * as many zeros as it has units of 2 to the power of k, a one, and its k low bits. One of {@link ESCAPE} units or more is
 * that many zeros and its 32 bits. High bits first; the last byte is filled up with zeros.
 *
 * A short code has 24 bits at most, so that it lies in the four bytes that it begins in.
 */

/** The largest parameter. */
export const MOST_RICE = 15;
const ESCAPE = 9;

/** The parameter that takes the fewest bits for numbers of that sum, or one close to it. */
export function riceFor(sum: number, count: number): number {
  let k = 0;
  while (k < MOST_RICE && sum > count * 2 ** (k + 1)) k += 1;
  return k;
}

/** Writes Rice codes. */
export class RiceWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;
  #word = 0;
  /** Bits of the word that are not written yet. */
  #free = 32;

  /** A whole number from 0 to 2³²-1. */
  number(value: number, k: number): void {
    const units = value >>> k;
    if (units < ESCAPE) this.#bits((1 << k) | (value & ((1 << k) - 1)), units + 1 + k);
    else {
      this.#bits(0, ESCAPE);
      this.#bits(value, 32);
    }
  }

  /** What was written, as a copy. */
  finish(): Uint8Array {
    const left = Math.ceil((32 - this.#free) / 8);
    this.#flush();
    return this.#bytes.slice(0, this.#length - 4 + left);
  }

  /** A number of so many bits at most, 1 to 32. */
  #bits(value: number, count: number): void {
    const over = count - this.#free;
    if (over < 0) {
      this.#word |= value << -over;
      this.#free = -over;
      return;
    }
    this.#word |= value >>> over;
    this.#flush();
    this.#word = over > 0 ? value << (32 - over) : 0;
    this.#free = 32 - over;
  }

  #flush(): void {
    if (this.#length + 4 > this.#bytes.length) {
      const grown = new Uint8Array(this.#bytes.length * 2);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes[this.#length++] = this.#word >>> 24;
    this.#bytes[this.#length++] = this.#word >>> 16;
    this.#bytes[this.#length++] = this.#word >>> 8;
    this.#bytes[this.#length++] = this.#word;
  }
}

/** Reads what a {@link RiceWriter} wrote. Throws `bad-bytes` where nothing is left. */
export class RiceReader {
  readonly #view: DataView;
  readonly #end: number;
  #at = 0;

  constructor(bytes: Uint8Array) {
    // More bytes are looked at than there may be left of the last codes.
    const roomy = new Uint8Array(bytes.length + 12);
    roomy.set(bytes);
    this.#view = new DataView(roomy.buffer);
    this.#end = bytes.length * 8;
  }

  /** Bits not read yet; below 0 when the last code goes on beyond the end. */
  get left(): number {
    return this.#end - this.#at;
  }

  /**
   * Reads as many numbers as there are places in `into` from `from` on, `stride` apart, and puts them there; one of 2 to the
   * power of 31 or more as what is left of it in 32 bits.
   */
  column(into: Int32Array, from: number, stride: number, k: number): void {
    const view = this.#view;
    const one = 1 << k;
    let at = this.#at;
    for (let place = from; place < into.length; place += stride) {
      const word = view.getUint32(at >>> 3) << (at & 7);
      const units = Math.clz32(word);
      if (units < ESCAPE) {
        at += units + 1 + k;
        into[place] = (units << k) + (word >>> (31 - units - k)) - one;
      } else {
        into[place] = this.#long(at + ESCAPE);
        at += ESCAPE + 32;
      }
    }
    this.#at = at;
  }

  /** The 32 bits from `at` on. Beyond the end there are zeros only, so that whoever reads on there comes here. */
  #long(at: number): number {
    if (at >= this.#end) throw new InktapeError("bad-bytes", "The ink ends early: more points are due.");
    return (this.#half(at) << 16) | this.#half(at + 16);
  }

  #half(at: number): number {
    return (this.#view.getUint32(at >>> 3) << (at & 7)) >>> 16;
  }
}
