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
const columns = fc.array(fc.tuple(fc.array(number, { maxLength: 60 }), fc.nat(MOST_RICE)), { maxLength: 8 });

function written(codes: readonly (readonly [readonly number[], number])[]): Uint8Array {
  const writer = new RiceWriter();
  for (const [values, k] of codes) for (const value of values) writer.number(value, k);
  return writer.finish();
}

function column(reader: RiceReader, count: number, k: number): number[] {
  const into = new Int32Array(count);
  reader.column(into, 0, 1, k);
  return [...into].map((value) => value >>> 0);
}

test("numbers of 32 bits come back, whatever their parameters", () => {
  fc.assert(
    fc.property(columns, (codes) => {
      const reader = new RiceReader(written(codes));
      for (const [values, k] of codes) expect(column(reader, values.length, k)).toEqual(values);
      expect(reader.left).toBeGreaterThanOrEqual(0);
      expect(reader.left).toBeLessThan(8);
    }),
  );
});

test("numbers go to every so manyth place", () => {
  const into = new Int32Array(8).fill(-1);
  new RiceReader(written([[[7, 8], 2]])).column(into, 3, 4, 2);
  expect([...into]).toEqual([-1, -1, -1, 7, -1, -1, -1, 8]);
});

test("a code is as long as it says", () => {
  expect(written([[[5], 1]])).toEqual(Uint8Array.of(0b0011_0000));
  expect(written([[[9], 0]])).toEqual(Uint8Array.of(0, 0, 0, 0, 0b100, 0b1000_0000));
  expect(written([])).toEqual(new Uint8Array(0));
});

test("reading on beyond the end is refused, after one code that is cut off at most", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(MOST_RICE), (bytes, k) => {
      const reader = new RiceReader(bytes);
      const error = thrown(() => {
        for (let count = 0; count <= bytes.length * 8 + 1; count++) column(reader, 1, k);
      });
      expect(isInktapeError(error, "bad-bytes")).toBe(true);
      expect(reader.left).toBeGreaterThan(-50);
      const many = thrown(() => column(new RiceReader(bytes), bytes.length * 8 + 2, k));
      expect(isInktapeError(many, "bad-bytes")).toBe(true);
    }),
  );
});

test("the parameter grows with the numbers, to its end", () => {
  const parameters = [0, 1, 3, 10, 100, 2 ** 31].map((mean) => riceFor(mean * 7, 7));
  expect(parameters).toEqual([...parameters].sort((a, b) => a - b));
  expect([parameters[0], parameters.at(-1)]).toEqual([0, MOST_RICE]);
  expect(riceFor(0, 0)).toBe(0);
});
