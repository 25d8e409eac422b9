import fc from "fast-check";
import { expect, test } from "vitest";

import { ByteReader } from "../../../src/signal/wire/bytes.js";
import { ByteWriter } from "../../../src/signal/wire/byte-writer.js";
import { NibbleReader } from "../../../src/signal/wire/nibbles.js";
import { NibbleWriter } from "./nibble-batch.js";

/** What `write` writes, filled up to whole bytes. */
function written(write: (nibbles: NibbleWriter) => void): Uint8Array {
  const bytes = new ByteWriter();
  const nibbles = new NibbleWriter(bytes);
  write(nibbles);
  nibbles.finish();
  return bytes.finish();
}

const readerOf = (bytes: Uint8Array) => new NibbleReader(new ByteReader(bytes, "numbers"));

test("numbers come back as they were, whatever stands around them", () => {
  const item = fc.oneof(
    fc.record({
      kind: fc.constant("number" as const),
      value: fc.oneof(
        fc.nat(20),
        fc.maxSafeNat().map((n) => n % 2 ** 40),
      ),
    }),
    fc.record({ kind: fc.constant("zigzag" as const), value: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }) }),
    fc.record({ kind: fc.constant("byte" as const), value: fc.nat(255) }),
    fc.record({ kind: fc.constant("nibble" as const), value: fc.nat(15) }),
  );
  fc.assert(
    fc.property(fc.array(item), (items) => {
      const reader = readerOf(written((nibbles) => items.forEach(({ kind, value }) => nibbles[kind](value))));
      expect(items.map(({ kind }) => reader[kind]())).toEqual(items.map(({ value }) => value));
      reader.end();
      expect(reader.left).toBe(0);
    }),
  );
});

test("0 to 7 take half a byte, up to 63 a whole one", () => {
  const sizes = [0, 7, 8, 63, 64, 511, 512].map((value) => written((nibbles) => nibbles.number(value)).length);
  expect(sizes).toEqual([1, 1, 1, 1, 2, 2, 2]);
  expect([...written((nibbles) => [1, 7, 8].forEach((value) => nibbles.number(value)))]).toEqual([0x17, 0x81]);
});

test("what is left over is refused, but for the half byte that fills up", () => {
  const end = (...bytes: number[]) => {
    const reader = readerOf(Uint8Array.from(bytes));
    reader.nibble();
    reader.end();
  };
  expect(() => end(0x70)).not.toThrow();
  expect(() => end(0x71)).toThrow("goes on after its end");
  expect(() => end(0x70, 0)).toThrow("goes on after its end");
});

test("a number without end, and one that is cut off, are refused", () => {
  expect(() => readerOf(new Uint8Array(1000).fill(0x88)).number()).toThrow("too long");
  expect(() => readerOf(Uint8Array.of(0x99)).number()).toThrow("ends early");
});
