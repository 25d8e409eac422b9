import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pointsOfLine, wayThrough } from "../../src/board/binding.js";
import { boundsOf } from "../../src/board/bounds.js";
import { bezierPoint } from "../../src/board/bezier.js";
import { curveOf, isClosedLine, pointAlong, pointsAlong } from "../../src/board/curve.js";
import { hits } from "../../src/board/hit.js";
import type { Point } from "../../src/board/point.js";
import { rotated, scaled } from "../../src/board/transform.js";
import type { LineShape } from "../../src/signal/shape.js";
import { rectangle } from "./log.js";

const { fill: _, ...stroke } = rectangle(1);
const plain: LineShape = { ...stroke, kind: "line", x: 0, y: 0, w: 100, h: 0, size: 2 };
const through = (...places: readonly (readonly [number, number])[]): LineShape => ({
  ...plain,
  ...wayThrough(places.map(([x, y]) => ({ x, y }))),
});
const sharp = (line: LineShape): LineShape => ({ ...line, corners: "sharp" });

const coordinate = fc.integer({ min: -3200, max: 3200 }).map((sixteenths) => sixteenths / 16 + 0);
const anyPoints = fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 2, maxLength: 12 });
const anyLine: fc.Arbitrary<LineShape> = fc
  .tuple(anyPoints, fc.constantFrom("round", "sharp"), fc.boolean(), fc.constantFrom(0, 40, -300))
  .map(([points, corners, isClosed, bend]) => {
    const all = isClosed && points.length > 2 ? points.with(-1, points[0]!) : points;
    return { ...plain, ...wayThrough(all), corners, bend };
  });

/** Points all along a line's way, on the board. */
function samples(line: LineShape): readonly Point[] {
  const shares = Array.from({ length: 41 }, (_, index) => index / 40);
  return curveOf(line)
    .pieces.flatMap((piece) => shares.map((share) => bezierPoint(piece, share)))
    .map(({ x, y }) => ({ x: line.x + x, y: line.y + y }));
}

/** The farthest that points are from the same ones of another list, which is as long. */
function apart(points: readonly Point[], others: readonly Point[]): number {
  if (points.length !== others.length) return Infinity;
  return Math.max(...points.map(({ x, y }, index) => Math.hypot(x - others[index]!.x, y - others[index]!.y)));
}

describe("the way of a line", () => {
  test("leads through its points, one after another", () => {
    fc.assert(
      fc.property(anyPoints, fc.constantFrom("round", "sharp"), (points, corners) => {
        const line = { ...plain, ...wayThrough(points), corners };
        expect(apart(pointsOfLine(line), points)).toBeLessThan(1e-3);
        if (points.length === 2) return;
        const { pieces } = curveOf(line);
        const ends = [pieces[0]![0], ...pieces.map((piece) => piece.at(-1) as Point)];
        const onBoard = ends.map(({ x, y }) => ({ x: line.x + x, y: line.y + y }));
        expect(apart(onBoard, points)).toBeLessThan(1e-3);
      }),
    );
  });

  test("is straight between the points of sharp corners, and smooth at those of round ones", () => {
    const line = through([0, 0], [50, 50], [100, 0]);
    expect(pointsAlong(curveOf(sharp(line)))).toEqual([
      { x: 0, y: 0 },
      { x: 50, y: 50 },
      { x: 100, y: 0 },
    ]);
    const [first, second] = curveOf(line).pieces;
    expect([first?.at(-2)?.y, second?.[1].y]).toEqual([50, 50]);
  });

  test("is smooth too where a closed one begins", () => {
    const line = through([0, 0], [100, 0], [100, 100], [0, 0]);
    expect(isClosedLine(line)).toBe(true);
    const { pieces } = curveOf(line);
    const [before, after] = [pieces.at(-1)!.at(-2) as Point, pieces[0]![1]];
    expect([before.x + after.x, before.y + after.y]).toEqual([0, 0]);
    expect(before).not.toEqual({ x: 0, y: 0 });
  });

  test("does not bend where it leads through points, nor is there any for text that names none", () => {
    const line = through([0, 0], [50, 50], [100, 0]);
    expect(curveOf({ ...line, bend: 30 })).toEqual(curveOf(line));
    expect(curveOf({ ...plain, bend: 30, through: "50" })).toEqual(curveOf({ ...plain, bend: 30 }));
  });

  test("has its middle half way by length", () => {
    const line = sharp(through([0, 0], [0, 30], [10, 30], [10, 110]));
    expect(pointAlong(curveOf(line), 0.5)).toEqual({ x: 10, y: 50 });
    expect([0, 1].map((share) => pointAlong(curveOf(line), share))).toEqual([
      { x: 0, y: 0 },
      { x: 10, y: 110 },
    ]);
    const still = through([5, 5], [5, 5], [5, 5]);
    expect(pointAlong(curveOf(still), 0.5)).toEqual({ x: 0, y: 0 });
  });

  test("lies all within its bounds, which are no larger than that", () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const { x, y, w, h } = boundsOf(line);
        const [xs, ys] = [samples(line).map((point) => point.x), samples(line).map((point) => point.y)];
        expect(Math.min(...xs) - x).toBeGreaterThan(-1e-6);
        expect(x + w - Math.max(...xs)).toBeGreaterThan(-1e-6);
        expect(Math.min(...ys) - y).toBeGreaterThan(-1e-6);
        expect(y + h - Math.max(...ys)).toBeGreaterThan(-1e-6);
        // As near as samples come to where it turns.
        expect(w - (Math.max(...xs) - Math.min(...xs))).toBeLessThan(1);
        expect(h - (Math.max(...ys) - Math.min(...ys))).toBeLessThan(1);
      }),
    );
  });

  test("is hit all along, and not beside", () => {
    fc.assert(
      fc.property(anyLine, (line) => void expect(samples(line).every((point) => hits(line, point, 4))).toBe(true)),
    );
    const line = sharp(through([0, 0], [50, 50], [100, 0]));
    expect(hits(line, { x: 50, y: 48 }, 2)).toBe(true);
    expect(hits(line, { x: 50, y: 10 }, 2)).toBe(false);
  });
});

describe("what is done to a line is done to all of its way", () => {
  const moved = ({ x, y }: Point) => ({ x: x + 30, y: y - 7 });

  test("moving", () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        expect(apart(samples({ ...line, ...moved(line) }), samples(line).map(moved))).toBeLessThan(1e-6);
      }),
    );
  });

  test("turning", () => {
    const angle = fc.double({ min: -7, max: 7, noNaN: true });
    fc.assert(
      fc.property(anyLine, angle, coordinate, coordinate, (line, by, x, y) => {
        const turnedAround = (point: Point) => {
          const [dx, dy, cos, sin] = [point.x - x, point.y - y, Math.cos(by), Math.sin(by)];
          return { x: x + dx * cos - dy * sin, y: y + dx * sin + dy * cos };
        };
        const result = { ...line, ...rotated(line, { x, y, angle: by }) };
        expect(apart(samples(result), samples(line).map(turnedAround))).toBeLessThan(0.01);
      }),
    );
  });

  test("stretching and mirroring, of all but what is bent", () => {
    const factor = fc.constantFrom(1, -1, 2, 0.5, -0.25, 3);
    fc.assert(
      fc.property(anyLine, factor, factor, coordinate, coordinate, (bentLine, sx, sy, x, y) => {
        const line = { ...bentLine, bend: 0 };
        const result = { ...line, ...scaled(line, { x, y, sx, sy }) };
        const stretched = (point: Point) => ({ x: x + (point.x - x) * sx, y: y + (point.y - y) * sy });
        expect(apart(samples(result), samples(line).map(stretched))).toBeLessThan(0.01);
      }),
    );
  });
});
