import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { boundsOf } from "../../src/board/bounds.js";
import { shapeAt } from "../../src/board/leaves.js";
import { rotated, scaled } from "../../src/board/transform.js";
import type { LineShape, Shape } from "../../src/signal/shape.js";
import { boardAfter, inkHeader, more, rectangle } from "./log.js";

const box = rectangle(1, { x: 10, y: 20 });
const { fill: _, ...stroke } = box;
const arrow: LineShape = { ...stroke, kind: "arrow", w: 30, h: 40, bend: 8 };
const ink: Shape = { ...inkHeader(2, { x: 10, y: 20 }), points: Int32Array.from([0, 0, 0, 32, 40, 20, 9, 32]) };
const middle = ({ x, y, w, h }: ReturnType<typeof boundsOf>) => ({ x: x + w / 2, y: y + h / 2 });

describe("scaling", () => {
  test("a box grows away from the point", () => {
    expect(scaled(box, { x: 0, y: 0, sx: 2, sy: 3 })).toEqual({ x: 20, y: 60, w: 200, h: 150 });
  });

  test("a mirrored box lies on the other side", () => {
    const mirrored = { ...box, ...scaled(box, { x: 0, y: 0, sx: -1, sy: 1 }) } as Shape;
    expect(boundsOf(mirrored)).toEqual({ x: -110, y: 20, w: 100, h: 50 });
  });

  test("ink keeps its points", () => {
    const half = scaled(ink, { x: 10, y: 20, sx: 0.5, sy: -1 });
    expect(half).toEqual({ x: 10, y: 20, scaleX: 0.5, scaleY: -1 });
    expect(boundsOf({ ...ink, ...half } as Shape)).toEqual({ x: 10, y: 10, w: 10, h: 10 });
  });

  test("a bend goes along, and turns over in a mirror", () => {
    expect(scaled(arrow, { x: 10, y: 20, sx: 2, sy: 2 })).toEqual({ x: 10, y: 20, w: 60, h: 80, bend: 16 });
    expect(scaled(arrow, { x: 10, y: 20, sx: -1, sy: 1 })).toEqual({ x: 10, y: 20, w: -30, h: 40, bend: -8 });
  });

  test("a turned box is stretched along its own axes", () => {
    const turned: Shape = { ...box, rotation: Math.PI / 2 };
    const wider = { ...turned, ...scaled(turned, { x: box.x, y: box.y, sx: 2, sy: 1 }) } as Shape;
    const bounds = boundsOf(wider);
    expect([bounds.w, bounds.h].map(Math.round)).toEqual([50, 200]);
  });

  test("nothing becomes too small to be stretched again", () => {
    const tiny = { ...box, ...scaled(box, { x: 0, y: 0, sx: 1e-9, sy: -1e-9 }) };
    expect(Math.sign(tiny.w)).toBe(1);
    expect(Math.sign(tiny.h)).toBe(-1);
  });
});

describe("turning", () => {
  test("around its middle, a box stays where it is", () => {
    const turned = { ...box, ...rotated(box, { ...middle(boundsOf(box)), angle: Math.PI / 2 }) } as Shape;
    const { x, y, w, h } = boundsOf(turned);
    expect([x, y, w, h].map((value) => Math.round(value * 100) / 100)).toEqual([35, -5, 50, 100]);
  });

  test("a line turns by its ends", () => {
    expect(rotated(arrow, { x: 10, y: 20, angle: Math.PI / 2 })).toEqual({ x: 10, y: 20, w: -40, h: 30 });
  });

  test("angles stay within half a turn", () => {
    const angles = fc.double({ min: -2 * Math.PI, max: 2 * Math.PI, noNaN: true });
    fc.assert(
      fc.property(angles, angles, (first, second) => {
        const once = { ...box, ...rotated(box, { x: 0, y: 0, angle: first }) } as Shape;
        const { rotation } = rotated(once, { x: 0, y: 0, angle: second });
        expect(Math.abs(rotation as number)).toBeLessThanOrEqual(Math.PI + 1e-6);
      }),
    );
  });
});

test("what would lie beyond the board is left as it is", () => {
  const board = boardAfter({ type: "shape.add", shape: box });
  const scaledBoard = more(board, { type: "shapes.scale", ids: [box.id], x: 0, y: 0, sx: 1e9, sy: 1 });
  expect(shapeAt(scaledBoard, box.id)).toEqual(box);
});
