import fc from "fast-check";
import { expect, test } from "vitest";
import { overlaps, type Box } from "../../src/board/bounds.js";
import { Grid, type Boxed } from "../../src/canvas/grid.js";

const coordinate = fc.oneof(fc.integer({ min: -2000, max: 2000 }), fc.double({ min: -1e9, max: 1e9, noNaN: true }));
const length = fc.oneof(fc.integer({ min: 0, max: 1500 }), fc.double({ min: 0, max: 1e9, noNaN: true }));
const box: fc.Arbitrary<Box> = fc.record({ x: coordinate, y: coordinate, w: length, h: length });

test("a query finds just what a look at every box finds", () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 60 }), fc.array(fc.nat()), fc.array(box), (boxes, removed, queries) => {
      const items = boxes.map((one): Boxed => ({ box: one }));
      const grid = new Grid<Boxed>();
      for (const item of items) grid.add(item);
      const gone = new Set(removed.map((index) => items[index % Math.max(1, items.length)]));
      for (const item of gone) if (item) grid.remove(item);
      const kept = items.filter((item) => !gone.has(item));
      for (const query of [...queries, ...boxes]) {
        expect(grid.query(query)).toEqual(new Set(kept.filter((item) => overlaps(item.box, query))));
        expect(grid.touches(query)).toBe(kept.some((item) => overlaps(item.box, query)));
      }
    }),
  );
});

test("a box of the whole board costs one place, not a million cells", () => {
  const grid = new Grid<Boxed>();
  const everything = { box: { x: -1e9, y: -1e9, w: 2e9, h: 2e9 } };
  grid.add(everything);
  expect([...grid.query({ x: 5, y: 5, w: 1, h: 1 })]).toEqual([everything]);
  grid.remove(everything);
  expect(grid.query({ x: -1e9, y: -1e9, w: 2e9, h: 2e9 }).size).toBe(0);
});
