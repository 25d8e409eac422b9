import fc from "fast-check";
import { expect, test } from "vitest";
import type { Box } from "../../src/board/bounds.js";
import { inkOutline } from "../../src/picture/geometry/ink-outline.js";
import { headParts } from "../../src/picture/geometry/heads.js";
import { boxParts, lineParts, type RoughPart } from "../../src/picture/geometry/rough-parts.js";
import { paintBoxOf } from "../../src/canvas/paint-box.js";
import { arrow, ellipse, idOf, ink, rectangle } from "./support/log.js";
import { anyFill, anyPlace, anySeed } from "./support/shapes.js";

const length = fc.oneof(fc.integer({ min: 0, max: 600 }), fc.double({ min: 0, max: 1e9, noNaN: true }));
const size = fc.constantFrom(0, 0.5, 4, 40, 1000);

test("all of a closed shape's lines lie in its paint box, whatever its size and seed", () => {
  fc.assert(
    fc.property(length, length, size, anyFill, anySeed, fc.boolean(), (w, h, thick, fill, seed, isRound) => {
      const shape = (isRound ? ellipse : rectangle)(idOf(1), { w, h, size: thick, fill, seed });
      expect(excess(boxParts(shape).flatMap(placesOf), paintBoxOf(shape))).toBeLessThanOrEqual(0);
    }),
  );
});

test("all of a line or arrow lies in its paint box, whichever way it points", () => {
  const way = fc.oneof(
    length,
    length.map((value) => -value),
  );
  fc.assert(
    fc.property(way, way, size, anySeed, fc.boolean(), (w, h, thick, seed, hasHead) => {
      const shape = { ...arrow(idOf(1), { w, h, size: thick, seed }), kind: hasHead ? "arrow" : "line" } as const;
      const parts = [...lineParts(shape), ...headParts(shape)];
      expect(excess(parts.flatMap(placesOf), paintBoxOf(shape))).toBeLessThanOrEqual(0);
    }),
  );
});

test("all of a stroke's outline lies in its paint box", () => {
  const point = fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }), fc.nat(63));
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 30 }), size, anyPlace, (points, thick, x) => {
      const numbers = Int32Array.from(points.flatMap(([px, py, p], index) => [px, py, index * 8, p]));
      const shape = ink(idOf(1), { points: numbers, size: thick, x, step: 0.25 });
      const places = inkOutline(shape).map(([px, py]) => ({ x: px + x, y: py, margin: 0 }));
      expect(excess(places, paintBoxOf(shape))).toBeLessThanOrEqual(0);
    }),
  );
});

/** A place on a line, and how far the line reaches from it. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly margin: number;
}

/** The ends and control points of the lines: what is drawn lies between them. */
function placesOf({ ops, width }: RoughPart): Place[] {
  return ops.flatMap(({ data }) =>
    Array.from({ length: data.length / 2 }, (_, index) => ({
      x: data[2 * index] ?? NaN,
      y: data[2 * index + 1] ?? NaN,
      margin: width / 2,
    })),
  );
}

/** How far the places reach out of the box; 0 or less when all lie in it. */
function excess(places: readonly Place[], box: Box): number {
  return places.reduce(
    (most, { x, y, margin }) =>
      Math.max(most, box.x - x + margin, x + margin - box.x - box.w, box.y - y + margin, y + margin - box.y - box.h),
    -Infinity,
  );
}
