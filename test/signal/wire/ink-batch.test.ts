import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { isInktapeError } from "../../../src/signal/errors.js";
import { ByteReader } from "../../../src/signal/wire/bytes.js";
import { ByteWriter } from "../../../src/signal/wire/byte-writer.js";
import { BitWriter } from "../../../src/signal/wire/bit-writer.js";
import { readPointBatch } from "../../../src/signal/wire/ink-batch.js";
import { writePointBatch } from "../../../src/signal/wire/write-ink-batch.js";
import { arbitraryPoints, coarsePoints, penPoints } from "./arbitrary-points.js";

const written = (points: Int32Array) => {
  const writer = new ByteWriter();
  writePointBatch(writer, points);
  return writer.finish();
};
const readAll = (bytes: Uint8Array, max = 1000) => {
  const reader = new ByteReader(bytes, "points");
  const points = readPointBatch(reader, max);
  reader.end();
  return points;
};
const bitsOf = (write: (bits: BitWriter) => void) => {
  const writer = new ByteWriter();
  const bits = new BitWriter(writer);
  write(bits);
  bits.finish();
  return writer.finish();
};
const roundTrip = (points: Int32Array, max?: number) => readAll(written(points), max);

describe("points of a batch", () => {
  test("come back as they were", () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryPoints, coarsePoints, penPoints), (points) => {
        expect(roundTrip(points)).toEqual(points);
      }),
      { numRuns: 500 },
    );
  });

  test("none at all are no bytes", () => {
    expect(written(new Int32Array(0)).length).toBe(0);
  });

  test("are these bytes, for ever", () => {
    const points = Int32Array.of(80, -16, 100, 32, 104, -8, 117, 32, 128, 8, 134, 31);
    expect(Buffer.from(written(points)).toString("hex")).toBe("4150fd91e0b1c80912");
    expect(readAll(Buffer.from("4150fd91e0b1c80912", "hex"))).toEqual(points);
  });

  test("of an even line that presses evenly take less than a byte each", () => {
    const even = Int32Array.from(Array.from({ length: 50 }, (_, n) => [n * 100, n * -90, n * 8, 32]).flat());
    expect(written(even).length).toBeLessThan(50);
  });

  test("take no more for a finer grid that the device does not know", () => {
    const pixels = Int32Array.from(Array.from({ length: 50 }, (_, n) => [n + (n % 5), n % 7, n * 8, 32]).flat());
    const eighths = pixels.map((value, at) => (at % 4 < 2 ? value * 8 : value));
    expect(written(eighths).length).toBe(written(pixels).length);
  });

  test("that are more than allowed are refused", () => {
    expect(roundTrip(new Int32Array(12 * 4), 12).length).toBe(12 * 4);
    expect(() => roundTrip(new Int32Array(12 * 4), 11)).toThrow("holds more than 11 points");
  });

  test("whose time runs backwards or whose pressure cannot be are not written", () => {
    expect(() => roundTrip(Int32Array.from([0, 0, 9, 32, 0, 0, 8, 32]))).toThrow("time 8 after one of 9");
    expect(() => roundTrip(Int32Array.from([0, 0, -1, 32]))).toThrow("time -1");
    expect(() => roundTrip(Int32Array.from([0, 0, 0, 64]))).toThrow("pressure of 64");
    expect(() => roundTrip(Int32Array.from([0, 0, 0, 32, 0, 0, 0, -1]))).toThrow("pressure of -1");
  });

  test("as many as a signal may hold, in all their length, come back", () => {
    const points = Int32Array.from(Array.from({ length: 1024 }, (_, n) => [n * n, -n, n * 7, n % 64]).flat());
    expect(roundTrip(points, 1024)).toEqual(points);
  });

  test("that a bit each cannot hold are refused before there is room for them", () => {
    const bytes = bitsOf((bits) => (bits.ramp(999, 1), bits.bits(0, 100)));
    expect(() => readAll(bytes)).toThrow("announces 1000 points, more than its bytes can hold");
  });

  test("beyond 32 bits are refused", () => {
    const far = bitsOf((bits) => {
      bits.ramp(1, 1);
      for (const first of [2 ** 32 - 2, 0, 0]) bits.sized(first);
      bits.bits(0, 6 + 2);
      bits.bits(0, 4);
      bits.ramp(0, 3);
      bits.bits(0, 1);
      bits.ramp(2, 0);
      bits.ramp(0, 0);
    });
    expect(() => readAll(far)).toThrow("beyond 32 bits");
    expect(() => readAll(bitsOf((bits) => (bits.ramp(0, 1), bits.sized(2 ** 32 - 1), bits.bits(0, 14))))).toThrow(
      "beyond 32 bits",
    );
  });

  test("of a pressure that goes beyond six bits are refused", () => {
    const hard = bitsOf((bits) => {
      bits.ramp(1, 1);
      for (const first of [0, 0, 0]) bits.sized(first);
      bits.bits(63, 6);
      bits.bits(0, 2 + 4);
      bits.ramp(0, 3);
      bits.bits(1, 1 + 2);
      for (const difference of [0, 0, 2]) bits.ramp(difference, 0);
    });
    expect(() => readAll(hard)).toThrow("a pressure of 64");
  });

  test("that are cut off, and what stands behind them, are refused", () => {
    const bytes = written(Int32Array.of(80, -16, 100, 32, 104, -8, 117, 32, 128, 8, 134, 31));
    for (let length = 1; length < bytes.length; length++)
      expect(() => readAll(bytes.slice(0, length))).toThrow(/ends in|can hold/);
    expect(() => readAll(new Uint8Array([...bytes, 0]))).toThrow("goes on after its end");
  });

  test("damaged in any way are points that could be, or are refused with a sentence", () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 4 });
    fc.assert(
      fc.property(
        fc.oneof(penPoints, arbitraryPoints),
        damage,
        fc.nat(),
        fc.integer({ min: 1, max: 200 }),
        (points, changes, cut, max) => {
          const bytes = written(points);
          const copy = bytes.slice(0, bytes.length - (cut % 3));
          for (const [at, value] of changes) if (copy.length > 0) copy[at % copy.length] = value;
          expect(isHandled(copy, max)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("noise is points that could be, or refused with a sentence", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (noise) => void expect(isHandled(noise, 50)).toBe(true)),
      { numRuns: 1000 },
    );
  });
});

/** True when the bytes are refused with an error of ours, or are points that can be written again. */
function isHandled(bytes: Uint8Array, max: number): boolean {
  try {
    const points = readAll(bytes, max);
    return points.length <= max * 4 && roundTrip(points).every((value, at) => value === points[at]);
  } catch (error) {
    return isInktapeError(error, "bad-bytes");
  }
}
