import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { isInktapeError } from "../../../src/signal/errors.js";
import { ByteReader } from "../../../src/signal/wire/bytes.js";
import { ByteWriter } from "../../../src/signal/wire/byte-writer.js";
import { readNibbleBatch } from "../../../src/signal/wire/ink-nibbles.js";
import { arbitraryPoints, coarsePoints, penPoints } from "./arbitrary-points.js";
import { writeNibbleBatch } from "./nibble-batch.js";

const written = (points: Int32Array) => {
  const writer = new ByteWriter();
  writeNibbleBatch(writer, points);
  return writer.finish();
};
const readAll = (bytes: Uint8Array, max = 1000) => {
  const reader = new ByteReader(bytes, "points");
  const points = readNibbleBatch(reader, max);
  reader.end();
  return points;
};
const roundTrip = (points: Int32Array, max?: number) => readAll(written(points), max);

describe("points of a batch in half bytes", () => {
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

  test("that are more than allowed are refused", () => {
    expect(roundTrip(new Int32Array(12 * 4), 12).length).toBe(12 * 4);
    expect(() => roundTrip(new Int32Array(12 * 4), 11)).toThrow("holds more than 11 points");
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
