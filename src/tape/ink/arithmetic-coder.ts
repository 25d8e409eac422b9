/**
 * Binary arithmetic coding without carries: an interval of 32 bit numbers is cut in two at each decision in proportion
 * to its chance, and the leading bytes on which both ends agree are written out. After Witten, Neal and Cleary,
 * "Arithmetic coding for data compression" (1987), in the form of Mahoney's lpaq.
 *
 * Both coders have the same method, so that a model is written once and serves both ways.
 */
export interface BitCoder {
  /**
   * Codes one decision.
   *
   * @param chance how likely a 1 is, of {@link CERTAIN}; from 1 to `CERTAIN - 1`.
   * @param bit what to write, 0 or 1; a decoder does not look at it.
   * @returns the bit written, or the bit read.
   */
  bit(chance: number, bit: number): number;
}

/** The chance of what always happens. */
export const CERTAIN = 1 << 16;

/** How far a decoder looks ahead, in bytes. */
const LOOK_AHEAD = 4;

/** Writes decisions. */
export class ArithmeticEncoder implements BitCoder {
  #low = 0;
  #high = 0xffffffff;
  #bytes = new Uint8Array(1024);
  #length = 0;

  bit(chance: number, bit: number): number {
    const middle = cut(this.#low, this.#high, chance);
    if (bit === 1) this.#high = middle;
    else this.#low = middle + 1;
    while (((this.#low ^ this.#high) & 0xff000000) === 0) {
      this.#push(this.#high >>> 24);
      this.#low = (this.#low << 8) >>> 0;
      this.#high = ((this.#high << 8) | 0xff) >>> 0;
    }
    return bit;
  }

  /** All that was written, with as few bytes more as name a number inside the interval. Write nothing after it. */
  finish(): Uint8Array {
    for (let kept = 32; this.#low > 0; kept -= 8) {
      // The next number above `low` with zeros in its lower places; a reader takes missing bytes for zeros.
      const unit = 2 ** (kept - 8);
      const top = Math.ceil(this.#low / unit) * unit;
      if (top > this.#high) continue;
      for (let shift = 24; shift >= kept - 8; shift -= 8) this.#push((top >>> shift) & 0xff);
      break;
    }
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

/** Reads decisions. Past the end of its bytes it reads zeros, so whoever reads must ask {@link isOverrun}. */
export class ArithmeticDecoder implements BitCoder {
  readonly #bytes: Uint8Array;
  #low = 0;
  #high = 0xffffffff;
  #value = 0;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    for (let count = 0; count < LOOK_AHEAD; count++) this.#pull();
  }

  /** True once it has read farther than any encoder's bytes lead: what it reads now was never written. */
  get isOverrun(): boolean {
    return this.#at > this.#bytes.length + LOOK_AHEAD;
  }

  /** True when bytes are left that no decision has looked at. */
  get hasMore(): boolean {
    return this.#at < this.#bytes.length;
  }

  bit(chance: number): number {
    const middle = cut(this.#low, this.#high, chance);
    const bit = this.#value <= middle ? 1 : 0;
    if (bit === 1) this.#high = middle;
    else this.#low = middle + 1;
    while (((this.#low ^ this.#high) & 0xff000000) === 0) {
      this.#low = (this.#low << 8) >>> 0;
      this.#high = ((this.#high << 8) | 0xff) >>> 0;
      this.#pull();
    }
    return bit;
  }

  #pull(): void {
    const byte = this.#at < this.#bytes.length ? (this.#bytes[this.#at] as number) : 0;
    this.#at++;
    this.#value = ((this.#value << 8) | byte) >>> 0;
  }
}

/** The last number of the interval's part that stands for a 1. */
function cut(low: number, high: number, chance: number): number {
  const range = high - low;
  return low + (Math.imul(range >>> 16, chance) >>> 0) + (Math.imul(range & 0xffff, chance) >>> 16);
}
