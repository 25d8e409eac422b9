import { describe, expect, test } from "vitest";

import { FIRST_PAGE } from "../../src/board/board.js";
import { invert } from "../../src/board/invert.js";
import { shapeAt } from "../../src/board/leaves.js";
import type { PageId } from "../../src/signal/ids.js";
import type { Signal } from "../../src/signal/signal.js";
import { BEN, boardAfter, inkHeader, more, rectangle } from "./log.js";

const second = "p2" as PageId;
const id = rectangle(1).id;
const before = boardAfter(
  { type: "page.add", id: second, name: "Two", order: "a1" },
  { type: "shape.add", shape: rectangle(1) },
  { type: "shape.add", shape: rectangle(2, { page: second }) },
  { type: "state.set", key: "k", value: 1 },
);

describe("doing something and then its inverse leaves the board's content as it was", () => {
  const signals: Signal[] = [
    { type: "ink.begin", shape: inkHeader(5) },
    { type: "shape.add", shape: rectangle(5) },
    { type: "shape.set", id, props: { x: 8, color: "red", fill: "solid" } },
    { type: "shapes.move", ids: [id, rectangle(2).id], dx: 3, dy: 0 },
    { type: "shape.set", id, props: { rotation: 1, opacity: 0.5, label: "label" } },
    { type: "shapes.scale", ids: [id, rectangle(2).id], x: 3, y: 1, sx: -1.7, sy: 0.3 },
    { type: "shapes.rotate", ids: [id, id, rectangle(2).id], x: 30, y: -10, angle: 0.3 },
    { type: "page.paper", id: second, paper: { color: "yellow", pattern: "grid", asset: "", w: 0, h: 0 } },
    { type: "shapes.remove", ids: [id, id, rectangle(2).id] },
    { type: "page.add", id: "p3" as PageId, name: "Three", order: "a2" },
    { type: "page.set", id: second, name: "Zwei", order: "Zz" },
    { type: "page.remove", id: second },
    { type: "state.set", key: "k", value: 2 },
    { type: "state.set", key: "new", value: 2 },
  ];
  test.each(signals)("$type", (signal) => {
    const done = more(before, signal);
    expect({ ...done, seq: 0, at: 0 }).not.toEqual({ ...before, seq: 0, at: 0 });
    const undone = more(done, ...invert(before, signal));
    const content = ({ branches, active, shared, pages }: typeof before) => ({
      branches,
      active,
      shared,
      // The highest order a page ever had is not content: it only grows.
      pages: Object.values(pages).map(({ id: page, name, order, paper }) => ({ page, name, order, paper })),
    });
    expect(content(undone)).toEqual(content(before));
  });
});

test("a page that goes comes back with its paper", () => {
  const paper = { color: "", pattern: "lines", asset: "", w: 0, h: 0 };
  const board = more(before, { type: "page.paper", id: second, paper });
  const gone: Signal = { type: "page.remove", id: second };
  expect(more(board, gone, ...invert(board, gone)).pages[second]?.paper).toEqual(paper);
});

test("a laser leaves nothing to take back", () => {
  expect(invert(before, { type: "ink.begin", shape: inkHeader(5, { brush: "laser" }) })).toEqual([]);
});

test("what others changed meanwhile stays", () => {
  const signal: Signal = { type: "shape.set", id, props: { color: "red" } };
  const board = more(before, signal, [BEN, { type: "shape.set", id, props: { w: 999 } }], ...invert(before, signal));
  expect(shapeAt(board, id)).toEqual(rectangle(1, { w: 999 }));
});

test("what another deleted stays deleted", () => {
  const signal: Signal = { type: "shapes.move", ids: [id], dx: 1, dy: 1 };
  const board = more(before, signal, [BEN, { type: "shapes.remove", ids: [id] }], ...invert(before, signal));
  expect(shapeAt(board, id)).toBeUndefined();
});

test.each<Signal>([
  { type: "shape.set", id: rectangle(99).id, props: { x: 1 } },
  { type: "shapes.remove", ids: [rectangle(99).id] },
  { type: "page.add", id: FIRST_PAGE, name: "again", order: "a0" },
  { type: "marker", label: "here" },
  { type: "cursor", cursor: null },
])("$type that changes nothing has nothing to take back", (signal) => {
  expect(invert(before, signal)).toEqual([]);
});
