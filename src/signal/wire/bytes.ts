import { InktapeError } from "../errors.js";

/** Units of a number on the wire that is kept as an integer: sixteenths, which is what clients round lengths to. */
export const SIXTEENTHS = 16;

const utf8Strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

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
