import type { ByteReader, ByteWriter } from "./bytes.js";

/** The largest number that is read: what differences of 32 bit numbers can need, and more. */
const LARGEST = 2 ** 40;

/** Writes numbers in half bytes, two to a byte, the high one first: for many numbers that are nearly always small. */
export class NibbleWriter {
  /** The high half of the byte under way; null between bytes. */
  #high: number | null = null;

  constructor(private readonly bytes: ByteWriter) {}

  /** Half a byte, 0 to 15. */
  nibble(value: number): void {
    if (this.#high === null) this.#high = value;
    else {
      this.bytes.byte(this.#high * 16 + value);
      this.#high = null;
    }
  }

  /** Eight bits, 0 to 255. */
  byte(value: number): void {
    this.nibble(value >> 4);
    this.nibble(value & 15);
  }

  /** A whole number from 0 to 2⁴⁰ in groups of three bits, low ones first, each with a bit that says whether more follow. */
  number(value: number): void {
    let rest = value;
    for (; rest > 7; rest = Math.floor(rest / 8)) this.nibble((rest % 8) + 8);
    this.nibble(rest);
  }

  /** A whole number of either sign, the sign lowest. */
  zigzag(value: number): void {
    this.number(value < 0 ? -2 * value - 1 : 2 * value);
  }

  /** Fills up the last byte. */
  finish(): void {
    if (this.#high !== null) this.nibble(0);
  }
}

/** Reads what a {@link NibbleWriter} wrote. Throws `bad-bytes` as its byte reader does. */
export class NibbleReader {
  /** The low half of the last byte; null when it was read. */
  #low: number | null = null;

  constructor(private readonly bytes: ByteReader) {}

  /** Half bytes not read yet, with the one that may have filled up the last byte. */
  get left(): number {
    return 2 * this.bytes.left + (this.#low === null ? 0 : 1);
  }

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

  byte(): number {
    return this.nibble() * 16 + this.nibble();
  }

  number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 8) {
      const nibble = this.nibble();
      value += (nibble & 7) * scale;
      if (scale > LARGEST || value > LARGEST) this.bytes.fail("holds a number that is too long");
      if (nibble < 8) return value;
    }
  }

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
