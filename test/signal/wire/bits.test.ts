import fc from "fast-check";
import { expect, test } from "vitest";

import { BitReader } from "../../../src/signal/wire/bits.js";
import { BitWriter } from "../../../src/signal/wire/bit-writer.js";
import { ByteReader } from "../../../src/signal/wire/bytes.js";
import { ByteWriter } from "../../../src/signal/wire/byte-writer.js";

/** What `write` writes, filled up to whole bytes. */
function written(write: (bits: BitWriter) => void): Uint8Array {
  const bytes = new ByteWriter();
  const bits = new BitWriter(bytes);
  write(bits);
  bits.finish();
  return bytes.finish();
}

const readerOf = (bytes: Uint8Array) => new BitReader(new ByteReader(bytes, "numbers"));

/** How a number is written, and how it is read again. */
interface Item {
  readonly value: number;
  readonly write: (bits: BitWriter) => void;
  readonly read: (bits: BitReader) => number;
}

const upTo = (bits: number) => fc.maxSafeNat().map((number) => number % 2 ** bits);

const itemOf = (value: number, write: Item["write"], read: Item["read"]): Item => ({ value, write, read });

const item: fc.Arbitrary<Item> = fc.oneof(
  fc
    .integer({ min: 0, max: 40 })
    .chain((count) => upTo(count).map((value) => ({ value, count })))
    .map(({ value, count }) =>
      itemOf(
        value,
        (w) => w.bits(value, count),
        (r) => r.bits(count),
      ),
    ),
  fc.tuple(fc.oneof(fc.nat(100), upTo(31), upTo(35)), fc.nat(15)).map(([value, k]) =>
    itemOf(
      value,
      (w) => w.ramp(value, k),
      (r) => r.ramp(k),
    ),
  ),
  fc.oneof(fc.nat(3000), upTo(32), fc.constantFrom(0, 2 ** 14 - 1, 2 ** 14, 2 ** 31, 2 ** 32 - 1)).map((value) =>
    itemOf(
      value,
      (w) => w.sized(value),
      (r) => r.sized(),
    ),
  ),
);

test("numbers come back as they were, whatever stands around them", () => {
  fc.assert(
    fc.property(fc.array(item), (items) => {
      const reader = readerOf(written((bits) => items.forEach(({ write }) => write(bits))));
      expect(items.map(({ read }) => read(reader))).toEqual(items.map(({ value }) => value));
      reader.end();
      expect(reader.left).toBe(0);
    }),
    { numRuns: 1000 },
  );
});

test("low bits stand first", () => {
  expect([...written((bits) => (bits.bits(1, 1), bits.bits(2, 3), bits.bits(15, 4)))]).toEqual([0b11110101]);
  expect([...written((bits) => bits.bits(2 ** 33 + 3, 34))]).toEqual([3, 0, 0, 0, 2]);
});

test("a ramp has four steps of one size, then steps that double", () => {
  const sizes = [0, 3, 4, 15, 16, 23, 24, 39, 40].map((value) => sizeOf(value, 2));
  expect(sizes).toEqual([3, 3, 4, 6, 8, 8, 10, 10, 12]);
});

test("what is left over is refused, but for the zeros that fill up", () => {
  const end = (...bytes: number[]) => {
    const reader = readerOf(Uint8Array.from(bytes));
    reader.bits(4);
    reader.end();
  };
  expect(() => end(0x07)).not.toThrow();
  expect(() => end(0x17)).toThrow("goes on after its end");
  expect(() => end(0x07, 0)).toThrow("goes on after its end");
});

test("a number without end, one that is cut off, and one that is too long are refused", () => {
  expect(() => readerOf(new Uint8Array(1000).fill(255)).ramp(3)).toThrow("too long");
  expect(() => readerOf(Uint8Array.of(255)).ramp(3)).toThrow("ends in the middle of a number");
  expect(() => readerOf(Uint8Array.of(1)).bits(9)).toThrow("ends in the middle of a number");
  expect(() => readerOf(written((bits) => bits.bits(2 ** 9 - 1, 40))).sized()).toThrow("too long");
});

/** How many bits a number takes on a ramp. */
function sizeOf(value: number, k: number): number {
  const reader = readerOf(written((bits) => (bits.ramp(value, k), bits.bits(0, 40))));
  const before = reader.left;
  reader.ramp(k);
  return before - reader.left;
}
