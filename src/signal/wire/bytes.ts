import { InktapeError } from "../errors.js";

/** Units of a number on the wire that is kept as an integer: sixteenths, which is what clients round lengths to. */
const SIXTEENTHS = 16;
const MAX_SAFE_UNITS = 2 ** 40;

const utf8 = new TextEncoder();
const utf8Strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

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

/**
 * Reads what a {@link ByteWriter} wrote, and trusts none of it: every read is checked against the end of the bytes
 * and against the caller's limit. Throws `bad-bytes` or `too-large`, naming `what` was being read.
 */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #what: string;
  #at = 0;

  constructor(bytes: Uint8Array, what: string) {
    this.#bytes = bytes;
    this.#what = what;
  }

  /** Bytes not read yet. */
  get left(): number {
    return this.#bytes.length - this.#at;
  }

  /** Throws unless everything was read. */
  end(): void {
    if (this.left > 0) this.fail(`goes on for ${this.left} bytes after its end`);
  }

  byte(): number {
    this.#need(1);
    return this.#bytes[this.#at++] as number;
  }

  varint(max: number = Number.MAX_SAFE_INTEGER): number {
    const first = this.#bytes[this.#at] ?? 128;
    if (first < 128 && first <= max) {
      this.#at += 1;
      return first;
    }
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (value > Number.MAX_SAFE_INTEGER || scale > Number.MAX_SAFE_INTEGER)
        this.fail("holds a number that is too long");
      if (byte < 128) break;
    }
    if (value > max) {
      throw new InktapeError("too-large", `The ${this.#what} names ${value} where at most ${max} is allowed.`);
    }
    return value;
  }

  zigzag(): number {
    const coded = this.varint();
    return coded % 2 === 1 ? -(coded + 1) / 2 : coded / 2;
  }

  float(): number {
    this.#need(8);
    const { buffer, byteOffset } = this.#bytes;
    const value = new DataView(buffer, byteOffset + this.#at, 8).getFloat64(0, true);
    this.#at += 8;
    return value;
  }

  /** A finite number no farther from 0 than `max`. */
  number(max: number): number {
    const value = this.#number();
    if (!(Math.abs(value) <= max)) {
      throw new InktapeError("too-large", `The ${this.#what} holds ${value}, which is beyond ±${max}.`);
    }
    return value;
  }

  bytes(max: number): Uint8Array {
    return this.raw(this.varint(max));
  }

  /** A copy, so that what was read does not keep the whole message in memory. */
  raw(count: number): Uint8Array {
    // Not slice(): that of a Node Buffer copies nothing.
    return new Uint8Array(this.view(count));
  }

  /** Bytes in their place, for who reads on in them and keeps none. */
  view(count: number): Uint8Array {
    this.#need(count);
    const value = this.#bytes.subarray(this.#at, this.#at + count);
    this.#at += count;
    return value;
  }

  text(maxBytes: number): string {
    const length = this.varint(maxBytes);
    return this.#shortAscii(length) ?? this.#utf8(length);
  }

  /** Names and keys are mostly short and plain, and a decoder takes longer to call than to run. */
  #shortAscii(length: number): string | null {
    if (length > 24 || length > this.left) return null;
    let text = "";
    for (let at = this.#at; at < this.#at + length; at++) {
      const byte = this.#bytes[at] as number;
      if (byte > 127) return null;
      text += String.fromCharCode(byte);
    }
    this.#at += length;
    return text;
  }

  #utf8(length: number): string {
    const bytes = this.view(length);
    try {
      return utf8Strict.decode(bytes);
    } catch (cause) {
      throw new InktapeError("bad-bytes", `The ${this.#what} holds text that is not UTF-8.`, { cause });
    }
  }

  /** Throws `bad-bytes`: the thing being read `problem`. */
  fail(problem: string): never {
    throw new InktapeError("bad-bytes", `The ${this.#what} ${problem} (at byte ${this.#at} of ${this.#bytes.length}).`);
  }

  #number(): number {
    const first = this.#bytes[this.#at];
    if (first === 1) {
      this.#at += 1;
      return this.float();
    }
    const coded = this.varint();
    if (coded % 2 === 1) this.fail("holds a number of an unknown form");
    const units = coded / 2;
    return (units % 2 === 1 ? -(units + 1) / 2 : units / 2) / SIXTEENTHS;
  }

  #need(count: number): void {
    if (this.left < count) this.fail(`ends early: ${count} bytes were due and ${this.left} are left`);
  }
}
