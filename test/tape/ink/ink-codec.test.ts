import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isInktapeError } from "../../../src/signal/errors.js";
import { INK_STRIDE, PRESSURE_MAX, type InkPoints } from "../../../src/signal/ink.js";
import { crc32 } from "../../../src/tape/crc32.js";
import { decodeInk, encodeInk } from "../../../src/tape/ink/ink-codec.js";
import type { Batch, InkItem } from "../../../src/tape/ink/ink-item.js";
import { REFERENCE_CRC, referenceItems } from "./reference.js";

const LIMITS = { items: 1000, points: 100_000 };

const wild = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -300, max: 300 }) },
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
);
const points: fc.Arbitrary<InkPoints> = fc
  .record({
    grid: fc.constantFrom(1, 1, 8, 64),
    flat: fc.boolean(),
    steps: fc.array(fc.tuple(wild, wild, fc.nat(50), fc.nat(PRESSURE_MAX)), { minLength: 1, maxLength: 30 }),
  })
  .map(({ grid, flat, steps }) => {
    const numbers = new Int32Array(steps.length * INK_STRIDE);
    let t = 0;
    steps.forEach(([x, y, dt, p], index) =>
      numbers.set([x * grid, y * grid, (t += dt), flat ? 32 : p], index * INK_STRIDE),
    );
    return numbers;
  });

/** Cuts points into batches that come at any times. */
const item: fc.Arbitrary<InkItem> = fc
  .tuple(points, fc.option(fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.nat(90)), { minLength: 1 })))
  .map(([all, cuts]) => {
    if (!cuts) return { points: all, batches: null };
    const batches: Batch[] = [];
    let [left, at] = [all.length / INK_STRIDE, 0];
    for (let index = 0; left > 0; index++) {
      const [count, wait] = cuts[index % cuts.length] as [number, number];
      at += wait;
      batches.push({ count: Math.min(count, left), at });
      left -= Math.min(count, left);
    }
    return { points: all, batches };
  });
const items = fc.array(
  fc.oneof({ weight: 9, arbitrary: item }, fc.constant({ points: new Int32Array(0), batches: null })),
  {
    maxLength: 8,
  },
);

describe("the ink of a writer", () => {
  test("comes back as it was, whatever it was", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(items, (given) => {
        expect(decodeInk(encodeInk(given), LIMITS)).toEqual(given);
      }),
    );
  });

  test("is the same bytes everywhere", () => {
    expect(crc32(encodeInk(referenceItems()))).toBe(REFERENCE_CRC);
  });

  test("of a hand takes about a byte a point", () => {
    const given = referenceItems();
    const count = given.reduce((sum, { points: { length } }) => sum + length / INK_STRIDE, 0);
    expect(encodeInk(given).length).toBeLessThan(2 * count);
  });
});

describe("a section", () => {
  test("of more than the limits allow is refused before it is made", () => {
    const bytes = encodeInk(referenceItems());
    expect(() => decodeInk(bytes, { items: 1, points: 100_000 })).toThrow(
      expect.objectContaining({ code: "too-large" }),
    );
    expect(() => decodeInk(bytes, { items: 1000, points: 10 })).toThrow(expect.objectContaining({ code: "too-large" }));
  });

  test("that is damaged ends with an error or with other ink, within its own counts", { timeout: 60_000 }, () => {
    const bytes = encodeInk(referenceItems());
    const count = referenceItems().reduce((sum, { points: { length } }) => sum + length / INK_STRIDE, 0);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, flip, isCut) => {
        const broken = isCut ? bytes.slice(0, at) : bytes.slice();
        if (!isCut) broken[at] = (broken[at] as number) ^ flip;
        try {
          const read = decodeInk(broken, LIMITS);
          const total = read.reduce((sum, { points: { length } }) => sum + length / INK_STRIDE, 0);
          expect(at < 4 || total === count).toBe(true);
        } catch (error) {
          expect(isInktapeError(error, "bad-bytes") || isInktapeError(error, "too-large")).toBe(true);
        }
      }),
    );
  });
});
