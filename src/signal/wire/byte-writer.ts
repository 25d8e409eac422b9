import { SIXTEENTHS } from "./bytes.js";

const MAX_SAFE_UNITS = 2 ** 40;

const utf8 = new TextEncoder();

/** Writes the wire's elements one after another into a growing buffer. */
export class ByteWriter {
  #bytes = new Uint8Array(256);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** What was written so far, as a copy. */
  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  /** One byte, 0 to 255. */
  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = value;
  }

  /** A whole number from 0 to 2⁵³-1 in groups of seven bits, low ones first (LEB128). */
  varint(value: number): void {
    this.#reserve(8);
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.#length++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#length++] = rest;
  }

  /** A whole number of either sign, at most 2⁵² away from 0, as a varint with the sign lowest (zigzag). */
  zigzag(value: number): void {
    this.varint(value < 0 ? -2 * value - 1 : 2 * value);
  }

  /** A float64, little end first. */
  float(value: number): void {
    this.#reserve(8);
    this.#view.setFloat64(this.#length, value, true);
    this.#length += 8;
  }

  /** Any finite number, exactly: short when it is a whole number of sixteenths, ten bytes at most. */
  number(value: number): void {
    const units = value * SIXTEENTHS;
    if (Number.isInteger(units) && Math.abs(units) < MAX_SAFE_UNITS && !Object.is(value, -0)) {
      this.varint(2 * (units < 0 ? -2 * units - 1 : 2 * units));
    } else {
      this.byte(1);
      this.float(value);
    }
  }

  /** Bytes with their length in front. */
  bytes(value: Uint8Array): void {
    this.varint(value.length);
    this.raw(value);
  }

  /** Bytes as they are. */
  raw(value: Uint8Array): void {
    this.#reserve(value.length);
    this.#bytes.set(value, this.#length);
    this.#length += value.length;
  }

  /** What `write` writes, with its length in front. */
  sized(write: () => void): void {
    const start = this.#length;
    write();
    const size = this.#length - start;
    const head = varintLength(size);
    this.#reserve(head);
    this.#bytes.copyWithin(start + head, start, this.#length);
    this.#length = start;
    this.varint(size);
    this.#length += size;
  }

  /** Text as UTF-8 with its length in front. Lone surrogates become U+FFFD, as `TextEncoder` says. */
  text(value: string): void {
    if (!this.#shortText(value)) this.bytes(utf8.encode(value));
  }

  /** Most texts are short and plain: written letter by letter they take a fraction of what an encoder does. */
  #shortText(value: string): boolean {
    if (value.length > 127) return false;
    this.#reserve(value.length + 1);
    let at = this.#length + 1;
    for (let index = 0; index < value.length; index++) {
      const code = value.charCodeAt(index);
      if (code > 127) return false;
      this.#bytes[at++] = code;
    }
    this.#bytes[this.#length] = value.length;
    this.#length = at;
    return true;
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + count));
    grown.set(this.#bytes);
    this.#bytes = grown;
    this.#view = new DataView(grown.buffer);
  }
}

function varintLength(value: number): number {
  let length = 1;
  for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) length += 1;
  return length;
}
