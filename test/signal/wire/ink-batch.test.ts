import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { isInktapeError } from "../../../src/signal/errors.js";
import { ByteReader, ByteWriter } from "../../../src/signal/wire/bytes.js";
import { readPointBatch, writePointBatch } from "../../../src/signal/wire/ink-batch.js";

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
const roundTrip = (points: Int32Array, max?: number) => readAll(written(points), max);

const arbitraryPoints = fc
  .array(
    fc.record({
      x: fc.integer({ min: -(2 ** 31) + 1, max: 2 ** 31 - 1 }),
      y: fc.integer({ min: -(2 ** 31) + 1, max: 2 ** 31 - 1 }),
      dt: fc.integer({ min: 0, max: 100_000 }),
      p: fc.integer({ min: 0, max: 63 }),
    }),
    { maxLength: 100 },
  )
  .map((points) => {
    let t = 0;
    return Int32Array.from(points.flatMap(({ x, y, dt, p }) => [x, y, (t += dt), p]));
  });

/** Points whose places are all `unit` steps apart from the first one's, as a device of coarser grid reports them. */
const coarsePoints = fc.tuple(arbitraryPoints, fc.constantFrom(1, 2, 4, 8, 64)).map(([points, unit]) =>
  points.map((value, at) => {
    if (at % 4 > 1) return value;
    const first = points[at % 4] ?? 0;
    return first + Math.trunc((Math.trunc(value / 4) - Math.trunc(first / 4)) / unit) * unit;
  }),
);

/** As a pen reports them: small steps, regular times. */
const penPoints = fc
  .array(
    fc.record({
      dx: fc.integer({ min: -40, max: 40 }),
      dy: fc.integer({ min: -40, max: 40 }),
      dt: fc.nat(20),
      p: fc.integer({ min: 0, max: 63 }),
    }),
    { maxLength: 40 },
  )
  .map((steps) => {
    let [x, y, t] = [0, 0, 0];
    return Int32Array.from(steps.flatMap(({ dx, dy, dt, p }) => [(x += dx), (y += dy), (t += dt), p]));
  });

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
    expect(Buffer.from(written(points)).toString("hex")).toBe("8c2f3cc18362a402b410");
    expect(readAll(Buffer.from("8c2f3cc18362a402b410", "hex"))).toEqual(points);
  });

  test("of an even line that presses evenly take two bytes each after the first two", () => {
    const even = Int32Array.from(Array.from({ length: 50 }, (_, n) => [n * 100, n * -90, n * 8, 32]).flat());
    expect(written(even).length).toBeLessThanOrEqual(48 * 2 + 10);
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

  test.each<[string, string, string]>([
    ["a pressure beyond six bits", "000fc00120", "holds a pressure of 65"],
    ["a point beyond 32 bits", "fffffffffff70080", "beyond 32 bits"],
    ["a number of endless length", "8".repeat(900), "a number that is too long"],
    ["half a point", "0008000000", "goes on after its end"],
    ["something in the half byte that fills up", "000801", "goes on after its end"],
    ["a first point that is cut off", "0008", "ends early"],
  ])("%s is refused", (_, hex, message) => {
    expect(() => readAll(Buffer.from(hex, "hex"))).toThrow(message);
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
