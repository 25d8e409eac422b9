import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { ByteReader } from "../../../src/signal/wire/bytes.js";
import { ByteWriter } from "../../../src/signal/wire/byte-writer.js";
import { readPoints } from "../../../src/signal/wire/ink.js";
import { writePoints } from "../../../src/signal/wire/write-ink.js";

const roundTrip = (points: Int32Array, max = 1000) => {
  const writer = new ByteWriter();
  writePoints(writer, points);
  const reader = new ByteReader(writer.finish(), "points");
  const back = readPoints(reader, max);
  reader.end();
  return back;
};

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

describe("points of a shape on the wire", () => {
  test("come back as they were", () => {
    fc.assert(fc.property(arbitraryPoints, (points) => void expect(roundTrip(points)).toEqual(points)));
  });

  test("an even line takes four bytes a point after the first two", () => {
    const even = Int32Array.from(Array.from({ length: 50 }, (_, n) => [n * 100, n * -90, n * 8, 32]).flat());
    const writer = new ByteWriter();
    writePoints(writer, even);
    expect(writer.length).toBeLessThan(48 * 4 + 16);
  });

  test("more points than allowed are refused", () => {
    expect(() => roundTrip(new Int32Array(12 * 4), 11)).toThrow("names 12 where at most 11 is allowed");
  });

  test("a count that the bytes cannot hold is refused before memory is taken", () => {
    const writer = new ByteWriter();
    writer.varint(900);
    expect(() => readPoints(new ByteReader(writer.finish(), "points"), 1000)).toThrow("announces 900 points");
  });

  test("time that runs backwards is refused", () => {
    expect(() => roundTrip(Int32Array.from([0, 0, 9, 32, 0, 0, 8, 32]))).toThrow("time runs backwards");
  });

  test("impossible pressure is refused", () => {
    expect(() => roundTrip(Int32Array.from([0, 0, 0, 64]))).toThrow("beyond 0 to 63");
  });
});
