import { expect, test } from "vitest";

import { EMPTY_BOARD } from "../../src/board/board.js";
import { createShapeCounter } from "../../src/client/shape-counter.js";
import { countOf, makerOf, shapeId } from "../../src/signal/ids.js";
import { ANNA, BEN, boardAfter, inkHeader, rectangle } from "../board/log.js";

test("a newcomer counts from nought", () => {
  const next = createShapeCounter(ANNA, EMPTY_BOARD, 0);
  expect([next(), next(), next()]).toEqual([0, 1, 2].map((count) => shapeId(ANNA, count)));
});

test("one who comes back goes on behind its own shapes, finished or not, and not behind those of others", () => {
  const board = boardAfter({ type: "shape.add", shape: rectangle(4) }, { type: "ink.begin", shape: inkHeader(9) }, [
    BEN,
    { type: "shape.add", shape: rectangle(0, { id: shapeId(BEN, 900) }) },
  ]);
  const id = createShapeCounter(ANNA, board, 2)();
  expect([makerOf(id), countOf(id)]).toEqual([ANNA, 10]);
});

test("shapes that were made and removed are passed over", () => {
  expect(countOf(createShapeCounter(ANNA, EMPTY_BOARD, 30)())).toBe(30);
});
