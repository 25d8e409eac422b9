import { describe, expect, test } from "vitest";

import { anchorOn, boundTo, lineInPlace, pointsOfLine } from "../../src/board/binding.js";
import type { LineShape, Shape } from "../../src/signal/shape.js";
import { rectangle } from "./log.js";

const left = rectangle(1, { x: 0, y: 0, w: 100, h: 100, size: 2 });
const right = rectangle(2, { x: 300, y: 0, w: 100, h: 100, size: 2 });
const { fill: _, ...stroke } = rectangle(3);
const arrow: LineShape = {
  ...stroke,
  kind: "arrow",
  x: 1,
  y: 2,
  w: 3,
  h: 4,
  size: 2,
  startId: left.id,
  endId: right.id,
};
const among = (...shapes: readonly Shape[]) => ({
  find: (id: Shape["id"]) => shapes.find((shape) => shape.id === id),
});

describe("a bound line", () => {
  test("goes from outline to outline, with a gap", () => {
    const { x, y, w, h } = lineInPlace(arrow, among(left, right).find);
    expect([x, y, w, h]).toEqual([106, 50, 188, 0]);
  });

  test("follows a shape that moves", () => {
    const { y, h } = lineInPlace(arrow, among(left, { ...right, y: 400 }).find);
    expect(y).toBeGreaterThan(50);
    expect(h).toBeGreaterThan(200);
  });

  test("stands where its own place says when the shapes are gone", () => {
    expect(lineInPlace(arrow, among().find)).toBe(arrow);
  });

  test("with one end free keeps that end", () => {
    const line = lineInPlace({ ...arrow, startId: 0 }, among(right).find);
    expect([line.x, line.y]).toEqual([1, 2]);
    expect(line.x + line.w).toBeLessThan(300);
  });

  test("whose other end is inside of the shape reaches the place itself", () => {
    const inner = lineInPlace({ ...arrow, startId: 0, x: 320, y: 50, endX: 0.75 }, among(right).find);
    expect([inner.w, inner.h]).toEqual([55, 0]);
  });

  test("through points stops before its shapes on the way from those, which stay where they are", () => {
    const line = { ...arrow, x: 50, y: 50, w: 300, h: 0, through: "0 150 300 150" };
    const placed = lineInPlace(line, among(left, right).find);
    expect(pointsOfLine(placed)).toEqual([
      { x: 50, y: 106 },
      { x: 50, y: 200 },
      { x: 350, y: 200 },
      { x: 350, y: 106 },
    ]);
    const moved = lineInPlace(line, among({ ...left, y: -300 } as Shape, right).find);
    expect(pointsOfLine(moved).slice(1)).toEqual(pointsOfLine(placed).slice(1));
    expect(moved.y).toBe(-194);
  });

  test("names what it is bound to", () => {
    expect(boundTo(arrow)).toEqual([left.id, right.id]);
    expect(boundTo(left)).toEqual([]);
  });

  test("is not bound to a shape of another page, nor to a line", () => {
    const elsewhere = { ...right, page: "p2" } as Shape;
    expect(lineInPlace({ ...arrow, startId: 0 }, among(elsewhere).find).w).toBe(3);
    const other: LineShape = { ...arrow, id: right.id };
    expect(lineInPlace({ ...arrow, startId: 0 }, among(other).find).w).toBe(3);
  });
});

test("a place on a turned shape turns with it", () => {
  const { x, y } = anchorOn({ ...left, rotation: Math.PI / 2 }, 1, 0);
  expect([Math.round(x), Math.round(y)]).toEqual([0, 100]);
});
