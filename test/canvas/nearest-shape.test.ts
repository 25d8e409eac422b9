import { expect, test } from "vitest";
import { FIRST_PAGE } from "../../src/board/board.js";
import { type Direction, nearestShape } from "../../src/canvas/nearest-shape.js";
import type { PageId, ShapeId } from "../../src/signal/ids.js";
import type { Shape } from "../../src/signal/shape.js";
import { arrow, boardOf, idOf, rectangle } from "./support/log.js";

const LEFT = { axis: "x", sign: -1 } as const;
const RIGHT = { axis: "x", sign: 1 } as const;
const UP = { axis: "y", sign: -1 } as const;
const DOWN = { axis: "y", sign: 1 } as const;

/** A small box with its middle at a place. */
const box = (id: number, x: number, y: number, more: Partial<Shape> = {}) =>
  rectangle(idOf(id), { x: x - 10, y: y - 10, w: 20, h: 20, ...more });

const [HERE, WEST, EAST, NORTH, SOUTH] = [idOf(1), idOf(2), idOf(3), idOf(4), idOf(5)] as const;
const cross = [box(1, 0, 0), box(2, -100, 0), box(3, 100, 0), box(4, 0, -100), box(5, 0, 100)];

const goFrom = (shapes: readonly Shape[], direction: Direction, ...selection: readonly ShapeId[]) =>
  nearestShape(
    boardOf(...shapes.map((shape) => ({ type: "shape.add", shape }) as const)),
    FIRST_PAGE,
    selection,
    direction,
  )?.id ?? null;

test("the shape that way is the one", () => {
  expect([LEFT, RIGHT, UP, DOWN].map((way) => goFrom(cross, way, HERE))).toEqual([WEST, EAST, NORTH, SOUTH]);
});

test("where there is none that way, there is none; and none without a selection", () => {
  expect(goFrom(cross, LEFT, WEST)).toBeNull();
  expect(goFrom(cross, LEFT)).toBeNull();
});

test("the nearer one, and of two as near the one straight ahead", () => {
  expect(goFrom([box(1, 0, 0), box(2, 200, 0), box(3, 100, 0)], RIGHT, HERE)).toBe(idOf(3));
  expect(goFrom([box(1, 0, 0), box(2, 100, 60), box(3, 120, 0)], RIGHT, HERE)).toBe(idOf(3));
});

test("none that is more aside than ahead", () => {
  expect(goFrom([box(1, 0, 0), box(2, 20, 300)], RIGHT, HERE)).toBeNull();
});

test("from several selected ones it goes on beyond all of them", () => {
  expect(goFrom([...cross, box(6, 300, 0)], RIGHT, HERE, EAST)).toBe(idOf(6));
});

test("a wide shape counts as straight ahead all along its edge", () => {
  const wide = rectangle(idOf(2), { x: -500, y: 100, w: 520, h: 20 });
  expect(goFrom([box(1, 0, 0), wide, box(3, 60, 90)], DOWN, HERE)).toBe(idOf(2));
});

test("a bound line is where it is seen", () => {
  const bound = arrow(idOf(3), { x: -900, y: 0, w: 10, h: 0, startId: idOf(1), endId: idOf(2) });
  expect(goFrom([box(1, 0, 0), box(2, 100, 0), bound], LEFT, HERE)).toBeNull();
  expect(goFrom([box(1, 0, 0), box(2, 100, 0), bound], RIGHT, HERE)).toBe(idOf(3));
});

test("shapes of other pages are not there", () => {
  const page = "p2" as PageId;
  const board = boardOf(
    { type: "page.add", id: page, name: "Second", order: "a1" },
    { type: "shape.add", shape: box(1, 0, 0) },
    { type: "shape.add", shape: box(2, 100, 0, { page }) },
  );
  expect(nearestShape(board, FIRST_PAGE, [HERE], RIGHT)).toBeNull();
});

test("going one way always ends", () => {
  const shapes = Array.from({ length: 30 }, (_, n) => box(n + 1, (n * 37) % 200, (n * 53) % 150));
  const board = boardOf(...shapes.map((shape) => ({ type: "shape.add", shape }) as const));
  for (const way of [LEFT, RIGHT, UP, DOWN]) {
    let [at, steps]: [Shape | null, number] = [shapes[0] ?? null, 0];
    while (at && steps <= shapes.length) {
      at = nearestShape(board, FIRST_PAGE, [at.id], way);
      steps += 1;
    }
    expect(at).toBeNull();
  }
});
