import fc from "fast-check";
import { expect, test } from "vitest";
import { isInktapeError } from "../../../src/signal/errors.js";
import { MOST_RICE, riceFor, RiceReader, RiceWriter } from "../../../src/tape/keyframe/rice.js";
import { thrown } from "../thrown.js";

const number = fc.oneof(
  { weight: 8, arbitrary: fc.nat(200) },
  fc.nat(2 ** 31 - 1),
  fc.constantFrom(0, 2 ** 31, 2 ** 32 - 1),
);
const coded = fc.array(fc.tuple(number, fc.nat(MOST_RICE)), { maxLength: 400 });

function written(codes: readonly (readonly [number, number])[]): Uint8Array {
  const writer = new RiceWriter();
  for (const [value, k] of codes) writer.number(value, k);
  return writer.finish();
}

test("numbers of 32 bits come back, whatever their parameters", () => {
  fc.assert(
    fc.property(coded, (codes) => {
      const reader = new RiceReader(written(codes));
      expect(codes.map(([, k]) => reader.number(k))).toEqual(codes.map(([value]) => value));
      expect(reader.left).toBeGreaterThanOrEqual(0);
      expect(reader.left).toBeLessThan(8);
    }),
  );
});

test("a code is as long as it says", () => {
  expect(written([[5, 1]])).toEqual(Uint8Array.of(0b0011_0000));
  expect(written([[9, 0]])).toEqual(Uint8Array.of(0, 0, 0, 0, 0b100, 0b1000_0000));
  expect(written([])).toEqual(new Uint8Array(0));
});

test("reading on beyond the end is refused, after one code that is cut off at most", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(MOST_RICE), (bytes, k) => {
      const reader = new RiceReader(bytes);
      const error = thrown(() => {
        for (let count = 0; count <= bytes.length * 8 + 1; count++) reader.number(k);
      });
      expect(isInktapeError(error, "bad-bytes")).toBe(true);
      expect(reader.left).toBeGreaterThan(-50);
    }),
  );
});

test("the parameter grows with the numbers, to its end", () => {
  const parameters = [0, 1, 3, 10, 100, 2 ** 31].map((mean) => riceFor(mean * 7, 7));
  expect(parameters).toEqual([...parameters].sort((a, b) => a - b));
  expect([parameters[0], parameters.at(-1)]).toEqual([0, MOST_RICE]);
  expect(riceFor(0, 0)).toBe(0);
});
