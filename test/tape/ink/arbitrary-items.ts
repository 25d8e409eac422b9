import fc from "fast-check";
import { pointCount, PRESSURE_MAX, type InkPoints } from "../../../src/signal/ink.js";
import type { Batch, InkItem } from "../../../src/tape/ink/ink-item.js";

const INT32 = { min: -(2 ** 31), max: 2 ** 31 - 1 };

const wild = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -300, max: 300 }) },
  fc.integer(INT32),
  fc.constantFrom(INT32.min, INT32.max),
);
const wait = fc.oneof({ weight: 20, arbitrary: fc.nat(70) }, fc.nat(2 ** 27));
const points: fc.Arbitrary<InkPoints> = fc
  .record({
    grid: fc.constantFrom(1, 1, 8, 64, 2 ** 31),
    flat: fc.boolean(),
    start: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: INT32.min, max: 0 })),
    steps: fc.array(fc.tuple(wild, wild, wait, fc.nat(PRESSURE_MAX)), { minLength: 1, maxLength: 30 }),
  })
  .map(({ grid, flat, start, steps }) => {
    let t = start;
    return Int32Array.from(
      steps.flatMap(([x, y, dt, p]) => [x * grid, y * grid, (t = Math.min(INT32.max, t + dt)), flat ? 32 : p]),
    );
  });

/** Cuts points into batches that come at any times. */
const item: fc.Arbitrary<InkItem> = fc
  .tuple(points, fc.option(fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.nat(90)), { minLength: 1 })))
  .map(([all, cuts]) => {
    if (!cuts) return { points: all, batches: null };
    const batches: Batch[] = [];
    let [left, at] = [pointCount(all), 0];
    for (let index = 0; left > 0; index++) {
      const [count, later] = cuts[index % cuts.length] as [number, number];
      at += later;
      batches.push({ count: Math.min(count, left), at });
      left -= Math.min(count, left);
    }
    return { points: all, batches };
  });
const empty: InkItem = { points: new Int32Array(0), batches: null };
/** Strokes of any kind, as one section holds them. */
export const items = fc.array(fc.oneof({ weight: 9, arbitrary: item }, fc.constant(empty)), { maxLength: 8 });
