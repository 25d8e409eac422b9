import fc from "fast-check";
import { expect, test } from "vitest";
import { cutInk } from "../../src/board/cut.js";
import { toBoard } from "../../src/board/bounds.js";
import { segmentDistance } from "../../src/board/segment.js";
import { INK_STRIDE, type InkPoints } from "../../src/signal/ink.js";
import { propOf } from "../../src/signal/optional.js";
import type { InkShape } from "../../src/signal/shape.js";
import { StoredInk } from "../../src/signal/stored-ink.js";
import { idOf, ink } from "../canvas/support/log.js";

const place = fc.integer({ min: -60, max: 60 });
const point = fc.record({ x: place, y: place });
const anyInk: fc.Arbitrary<InkShape> = fc
  .record({
    points: fc.array(fc.tuple(place, place, fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 63 })), {
      minLength: 1,
      maxLength: 30,
    }),
    x: place,
    y: place,
    size: fc.constantFrom(1, 8),
    step: fc.constantFrom(0.25, 1),
    rotation: fc.constantFrom(0, 1, -2.5),
    scaleX: fc.constantFrom(1, -2, 0.5),
    scaleY: fc.constantFrom(1, 3),
  })
  .map(({ points, ...props }) => {
    let time = 0;
    const flat = points.flatMap(([x, y, wait, pressure]) => [x, y, (time += wait), pressure]);
    return ink(idOf(1), { ...props, points: Int32Array.from(flat) });
  });

const rows = (points: InkPoints) =>
  Array.from({ length: points.length / INK_STRIDE }, (_, at) => [
    ...points.subarray(at * INK_STRIDE, (at + 1) * INK_STRIDE),
  ]);

/** Where the points of a stroke are on the board. */
function placesOf(shape: InkShape, points: InkPoints) {
  const [unitX, unitY] = [shape.step * propOf(shape, "scaleX"), shape.step * propOf(shape, "scaleY")];
  return rows(points).map(([x = 0, y = 0]) => toBoard(shape, { x: x * unitX, y: y * unitY }));
}

test("what is left are runs of the stroke's own points, in order, and out of reach all along", () => {
  fc.assert(
    fc.property(anyInk, point, point, fc.integer({ min: 1, max: 20 }), (shape, from, to, reach) => {
      const points = shape.points as InkPoints;
      const runs = cutInk(shape, from, to, reach);
      let at = 0;
      for (const run of runs ?? [points]) {
        const all = rows(points);
        const first = rows(run)[0] as number[];
        while (at < all.length && JSON.stringify(all.slice(at, at + run.length / 4)) !== JSON.stringify(rows(run)))
          at++;
        expect(all[at]).toEqual(first);
        at += run.length / INK_STRIDE;
        const places = placesOf(shape, run);
        const isFar = places.every((end, index) => {
          const begin = places[index - 1] ?? (places[index + 1] === undefined ? end : places[index + 1]);
          return segmentDistance(begin as typeof end, end, from, to) > reach + shape.size / 2 - 1e-9;
        });
        expect(isFar).toBe(true);
      }
    }),
  );
});

test("every way between two points that is out of reach is left", () => {
  fc.assert(
    fc.property(anyInk, point, point, fc.integer({ min: 1, max: 20 }), (shape, from, to, reach) => {
      const points = shape.points as InkPoints;
      const places = placesOf(shape, points);
      const whole = reach + shape.size / 2;
      const ways = places.slice(1).filter((end, index) => {
        return segmentDistance(places[index] as typeof end, end, from, to) > whole + 1e-9;
      });
      const left = (cutInk(shape, from, to, reach) ?? [points]).reduce(
        (sum, run) => sum + run.length / INK_STRIDE - 1,
        0,
      );
      expect(left).toBeGreaterThanOrEqual(ways.length);
    }),
  );
});

test("a stroke that is not touched is left alone", () => {
  expect(cutInk(ink(idOf(1)), { x: 0, y: 500 }, { x: 100, y: 500 }, 10)).toBeNull();
});

test("ink that is not loaded is left alone", () => {
  const stored = Object.create(StoredInk.prototype) as StoredInk;
  expect(cutInk(ink(idOf(1), { points: stored }), { x: 0, y: 0 }, { x: 9, y: 0 }, 10)).toBeNull();
});
