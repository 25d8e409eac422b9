/** Decisions in a row, written or read. Both ways have the same method, so that a model is written once. */
export interface BitCoder {
  /**
   * Codes one decision.
   *
   * @param chance how likely a 1 is, of {@link CERTAIN}: 1 to `CERTAIN - 1`.
   * @param bit what to write, 0 or 1; a decoder does not look at it.
   * @returns the bit written, or the bit read.
   */
  bit(chance: number, bit: number): number;

  /** True once a decoder has read farther than an encoder's bytes can lead: what it reads was never written. */
  readonly isOverrun: boolean;
}

/** The chance of what always happens. */
export const CERTAIN = 1 << 16;

/** An even chance. */
export const EVEN = CERTAIN / 2;

/** Bytes that a decoder is ahead of its decisions. */
const LOOK_AHEAD = 4;

// The ends of the interval are numbers of 32 bits. Here they stand 2³¹ lower, so that they are compared with their sign,
// and in a typed array, because a field would keep large ones as objects.
export const SIGN = 1 << 31;

export const LOW = 0;

export const HIGH = 1;

const VALUE = 2;

/**
 * Reads what an {@link ArithmeticEncoder} wrote. Past the end of its bytes it reads zeros for ever, so whoever reads
 * bounds what is read, and asks {@link isOverrun} on the way and {@link isAtEnd} at the end.
 */
export class ArithmeticDecoder implements BitCoder {
  readonly #bytes: Uint8Array;
  readonly #interval = Int32Array.of(SIGN, ~SIGN, 0);
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    let value = 0;
    for (let count = 0; count < LOOK_AHEAD; count++) value = (value << 8) | this.#pull();
    this.#interval[VALUE] = value ^ SIGN;
  }

  get isOverrun(): boolean {
    return this.#at > this.#bytes.length + LOOK_AHEAD;
  }

  /** True when an encoder that wrote the decisions so far and no more would have made as many bytes as there are. */
  get isAtEnd(): boolean {
    return this.#at - LOOK_AHEAD + bytesInto(this.#interval) === this.#bytes.length;
  }

  bit(chance: number): number {
    const interval = this.#interval;
    let low = interval[LOW] as number;
    let high = interval[HIGH] as number;
    let value = interval[VALUE] as number;
    const middle = cut(low, high, chance);
    const bit = value <= middle ? 1 : 0;
    if (bit === 1) high = middle;
    else low = middle + 1;
    while (((low ^ high) & 0xff000000) === 0) {
      low = shifted(low, 0);
      high = shifted(high, 0xff);
      value = shifted(value, this.#pull());
    }
    interval[LOW] = low;
    interval[HIGH] = high;
    interval[VALUE] = value;
    return bit;
  }

  #pull(): number {
    const at = this.#at++;
    return at < this.#bytes.length ? (this.#bytes[at] as number) : 0;
  }
}

/** The last number of the interval's part that stands for a 1. */
export function cut(low: number, high: number, chance: number): number {
  const range = (high - low) >>> 0;
  return (low + Math.imul(range >>> 16, chance) + (Math.imul(range & 0xffff, chance) >>> 16)) | 0;
}

/** An end of the interval without its leading byte, and with another at its end. */
export function shifted(end: number, byte: number): number {
  return (((end ^ SIGN) << 8) | byte) ^ SIGN;
}

/** The fewest bytes that lead into the interval with zeros after them, which is what a decoder reads past the end. */
export function bytesInto(interval: Int32Array): number {
  let count = 0;
  while (startOf(interval, count) > ((interval[HIGH] as number) ^ SIGN) >>> 0) count += 1;
  return count;
}

/** The first number from the interval's low end on that has only zeros after so many bytes. */
export function startOf(interval: Int32Array, bytes: number): number {
  const unit = 2 ** (32 - 8 * bytes);
  return Math.ceil((((interval[LOW] as number) ^ SIGN) >>> 0) / unit) * unit;
}
