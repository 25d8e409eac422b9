import { describe, expect, test } from "vitest";
import { GeometryCache } from "../../src/canvas/geometry-cache.js";
import type { Shape } from "../../src/signal/shape.js";
import { arrow, idOf, ink, rectangle, wave } from "./support/log.js";

/** A cache that gives each thing it makes a number, from 1. */
function numbered(limit?: number) {
  let made = 0;
  return new GeometryCache<number>(() => ++made, limit);
}

describe("what was made is kept", () => {
  test.each<[string, Shape, Shape]>([
    ["for the same object", ...twice(ink(idOf(1)))],
    ["for another object with the same points", ink(idOf(1)), ink(idOf(1))],
    ["when the shape is moved", ink(idOf(1)), ink(idOf(1), { x: 90, y: 9 })],
    ["when it changes its colour and order", rectangle(idOf(1)), rectangle(idOf(1), { color: "red", order: "b" })],
  ])("%s", (_, first, second) => {
    const cache = numbered();
    expect([cache.get(first), cache.get(second)]).toEqual([1, 1]);
  });
});

describe("it is made anew", () => {
  const box = rectangle(idOf(1));
  test.each<[string, Shape, Shape]>([
    ["for another shape", box, rectangle(idOf(2))],
    ["for another kind under the same id", box, arrow(idOf(1))],
    ["for another width", box, { ...box, w: 101 }],
    ["for another seed", box, { ...box, seed: 8 }],
    ["for another fill", box, { ...box, fill: "solid" }],
    ["for another stroke width", box, { ...box, size: 5 }],
    ["for another grid", ink(idOf(1)), ink(idOf(1), { step: 0.25 })],
    ["for more points", ink(idOf(1)), ink(idOf(1), { points: wave(31) })],
    ["for a point elsewhere", ink(idOf(1)), ink(idOf(1), { points: wave(30).with(40, 7) })],
  ])("%s", (_, first, second) => {
    const cache = numbered();
    expect([cache.get(first), cache.get(second)]).toEqual([1, 2]);
  });
});

test("what was not used for longest is let go", () => {
  const cache = numbered(2);
  const [a, b, c] = [rectangle(idOf(1)), rectangle(idOf(2)), rectangle(idOf(3))];
  expect([cache.get(a), cache.get(b), cache.get(a), cache.get(c)]).toEqual([1, 2, 1, 3]);
  expect([cache.get(a), cache.get(c), cache.get(b)]).toEqual([1, 3, 4]);
});

function twice(shape: Shape): [Shape, Shape] {
  return [shape, shape];
}
