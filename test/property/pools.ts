import fc from "fast-check";
import { shapeId, type MemberId, type PageId, type ShapeId } from "../../src/signal/ids.js";
import { LIMITS } from "../../src/signal/limits.js";

/**
 * Signals and logs as fast-check makes them. Ids, pages and keys come from small pools, so that signals meet: strokes
 * get points, removed shapes are moved, pages go while someone draws on them. Some of the names are traps.
 */

export const TRAPS = ["__proto__", "constructor", "toString", ""];

export const IDS_PER_MEMBER = 70;

export const name = fc.oneof(
  { weight: 5, arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }) },
  fc.constantFrom(...TRAPS),
);

export const page = fc.constantFrom("page", "page", "page", "p2", "p3", ...TRAPS) as fc.Arbitrary<PageId>;

export const order = fc.constantFrom("a0", "a1", "a2", "a0V", "Zz", "b00");

export const color = fc.constantFrom("ink", "red", "#00ff88");

/** A length or coordinate: mostly on the grid of sixteenths, sometimes any number the limits allow. */
export const length = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -16_000, max: 16_000 }).map((units) => units / 16) },
  fc.double({ min: -LIMITS.coordinate, max: LIMITS.coordinate, noNaN: true }),
);

export const above0 = fc.constantFrom(0.0625, 0.125, 0.1, 1, 3, 12.5, LIMITS.coordinate);

export function idOf(members: number): fc.Arbitrary<ShapeId> {
  return fc
    .tuple(fc.integer({ min: 0, max: members }), fc.integer({ min: 0, max: IDS_PER_MEMBER }))
    .map(([member, count]) => shapeId(member as MemberId, count));
}
