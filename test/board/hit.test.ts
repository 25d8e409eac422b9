import { describe, expect, test } from "vitest";

import { boundsOf, unionOf } from "../../src/board/bounds.js";
import { hits, hitsBox } from "../../src/board/hit.js";
import type { LineShape, Shape } from "../../src/signal/shape.js";
import { inkHeader, rectangle } from "./log.js";

const ink: Shape = {
  ...inkHeader(1, { x: 100, y: 100, step: 0.5, size: 2 }),
  points: Int32Array.from([0, 0, 0, 32, 200, 0, 9, 32]),
};
const { fill: _, ...stroke } = rectangle(1);
const line: LineShape = { ...stroke, kind: "line", x: 50, y: 50, w: -40, h: -40, size: 2 };
const unknown: Shape = {
  kind: "?cube",
  id: stroke.id,
  page: stroke.page,
  order: "a0",
  x: 0,
  y: 0,
  color: "red",
  size: 1,
};
const frame: Shape = {
  kind: "frame",
  id: stroke.id,
  page: stroke.page,
  order: "a0",
  x: 0,
  y: 0,
  w: 100,
  h: 40,
  text: "Frame",
  color: "black",
  size: 1,
};
const at = (x: number, y: number) => ({ x, y });

describe("a point is on", () => {
  test.each<[string, Shape, { x: number; y: number }, boolean]>([
    ["ink, on its line", ink, at(150, 101), true],
    ["ink, beside its line", ink, at(150, 104), false],
    ["ink, past its end", ink, at(204, 100), false],
    ["a hollow rectangle's edge", rectangle(1), at(50, 1), true],
    ["a hollow rectangle's middle", rectangle(1), at(50, 25), false],
    ["a filled rectangle's middle", rectangle(1, { fill: "solid" }), at(50, 25), true],
    ["a hollow ellipse's edge", { ...rectangle(1), kind: "ellipse" }, at(0, 25), true],
    ["a hollow ellipse's corner", { ...rectangle(1), kind: "ellipse" }, at(2, 2), false],
    ["a hollow ellipse's middle", { ...rectangle(1), kind: "ellipse" }, at(50, 25), false],
    ["a filled ellipse's middle", { ...rectangle(1), kind: "ellipse", fill: "hachure" }, at(50, 25), true],
    ["a line drawn backwards", line, at(30, 31), true],
    ["the box of a line, off it", line, at(15, 45), false],
    ["a diamond's edge", { ...rectangle(1), kind: "diamond" }, at(25, 12.5), true],
    ["a filled diamond's corner of its box", { ...rectangle(1), kind: "diamond", fill: "solid" }, at(6, 6), false],
    ["a labelled rectangle's middle", rectangle(1, { label: "label" }), at(50, 25), true],
    ["a turned rectangle's edge", rectangle(1, { rotation: Math.PI / 2 }), at(0, 50), true],
    ["a turned rectangle's edge as it was", rectangle(1, { rotation: Math.PI / 2 }), at(50, 0), false],
    ["mirrored and stretched ink", { ...ink, scaleX: -2 } as Shape, at(-90, 100), true],
    ["a bent line's middle", { ...line, bend: 10 }, at(37.07, 22.93), true],
    ["a bent line's straight way", { ...line, bend: 10 }, at(30, 30), false],
    ["a frame's edge", { ...frame }, at(0, 20), true],
    ["a frame's middle", { ...frame }, at(50, 20), false],
    ["a shape of an unknown kind", unknown, at(80, 45), true],
  ])("%s", (_name, shape, point, expected) => {
    expect(hits(shape, point, 1)).toBe(expected);
  });
});

test("a negative size spans the same box", () => {
  expect(boundsOf(line)).toEqual({ x: 10, y: 10, w: 40, h: 40 });
  expect(hitsBox(line, { x: 0, y: 0, w: 11, h: 11 })).toBe(true);
  expect(hitsBox(line, { x: 0, y: 0, w: 9, h: 9 })).toBe(false);
});

test("the union of no boxes is none", () => {
  expect(unionOf([])).toBeNull();
  expect(unionOf([boundsOf(line), boundsOf(ink)])).toEqual({ x: 10, y: 10, w: 190, h: 90 });
});
