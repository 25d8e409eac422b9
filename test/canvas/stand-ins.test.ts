import fc from "fast-check";
import { expect, test } from "vitest";
import { shapeAt, shapesOf } from "../../src/board/leaves.js";
import { type StandIns, withStandIns } from "../../src/canvas/stand-ins.js";
import type { Shape } from "../../src/signal/shape.js";
import { ANN, boardOf, idOf, rectangle } from "./support/log.js";

const one = rectangle(idOf(1));
const two = rectangle(idOf(2), { x: 300 });
const board = boardOf({ type: "shape.add", shape: one }, { type: "shape.add", shape: two });
const shownBy = (standIns: StandIns) => [...shapesOf(withStandIns(board, standIns))];

test("a shape is shown as another, as several, or not at all", () => {
  const red = { ...one, color: "red" };
  const parts = [3, 200].map((count) => rectangle(idOf(count), { y: count }));
  expect(shownBy(new Map([[one.id, () => [red]]]))).toEqual([red, two]);
  expect(shownBy(new Map([[one.id, () => parts]]))).toEqual([two, ...parts]);
  expect(shownBy(new Map([[one.id, () => []]]))).toEqual([two]);
});

test("what stands in follows the shape", () => {
  const shown = withStandIns(board, new Map([[two.id, (shape) => [{ ...shape, y: shape.x } as Shape]]]));
  expect(shapeAt(shown, two.id)?.y).toBe(300);
});

test("the board itself stays as it is, and is the same one when nothing stands in", () => {
  const before = structuredClone([...shapesOf(board)]);
  shownBy(new Map([[one.id, () => []]]));
  expect([...shapesOf(board)]).toEqual(before);
  expect(withStandIns(board, new Map())).toBe(board);
  expect(withStandIns(board, new Map([[idOf(99, ANN), () => [one]]]))).toBe(board);
});

test("all other shapes are the same objects", () => {
  const ids = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(ids, ids, (there, replaced) => {
      const full = boardOf(...there.map((count) => ({ type: "shape.add", shape: rectangle(idOf(count)) }) as const));
      const shown = withStandIns(full, new Map(replaced.map((count) => [idOf(count), () => []])));
      for (const count of there) {
        const expected = replaced.includes(count) ? undefined : shapeAt(full, idOf(count));
        expect(shapeAt(shown, idOf(count))).toBe(expected);
      }
    }),
  );
});
