import type { ByteReader } from "./bytes.js";

/** The largest number that is read: what differences of 32 bit numbers can need, and more. */
const LARGEST = 2 ** 40;

/**
 * Reads numbers in half bytes, two to a byte, the high one first: for many numbers that are nearly always small. Throws
 * `bad-bytes` as its byte reader does.
 */
export class NibbleReader {
  /** The low half of the last byte; null when it was read. */
  #low: number | null = null;

  constructor(private readonly bytes: ByteReader) {}

  /** Half bytes not read yet, with the one that may have filled up the last byte. */
  get left(): number {
    return 2 * this.bytes.left + (this.#low === null ? 0 : 1);
  }

  /** Half a byte, 0 to 15. */
  nibble(): number {
    if (this.#low !== null) {
      const value = this.#low;
      this.#low = null;
      return value;
    }
    const byte = this.bytes.byte();
    this.#low = byte & 15;
    return byte >> 4;
  }

  /** Eight bits, 0 to 255. */
  byte(): number {
    return this.nibble() * 16 + this.nibble();
  }

  /** A whole number from 0 to 2⁴⁰ in groups of three bits, low ones first, each with a bit that says whether more follow. */
  number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 8) {
      const nibble = this.nibble();
      value += (nibble & 7) * scale;
      if (scale > LARGEST || value > LARGEST) this.bytes.fail("holds a number that is too long");
      if (nibble < 8) return value;
    }
  }

  /** A whole number of either sign, the sign lowest. */
  zigzag(): number {
    const coded = this.number();
    return coded % 2 === 1 ? -(coded + 1) / 2 : coded / 2;
  }

  /** Reads what fills up the last byte. */
  end(): void {
    if (this.left > 1 || (this.#low ?? 0) !== 0) this.bytes.fail("goes on after its end");
    this.#low = null;
  }
}
