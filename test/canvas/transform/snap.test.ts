import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { snapWay } from "../../../src/canvas/transform/snap.js";
import { snapTargets } from "../../../src/canvas/transform/snap-targets.js";

const box = (x: number, y: number, w = 100, h = 50) => ({ x, y, w, h });
const rules = (...boxes: ReturnType<typeof box>[]) =>
  ({ targets: snapTargets(boxes), grid: null, reach: 6, axes: ["x", "y"] }) as const;

describe("what moves lines up", () => {
  test("with another shape's edge, on each axis by itself", () => {
    const way = snapWay(box(0, 0), { x: 204, y: 90 }, rules(box(200, 300)));
    expect(way).toMatchObject({ x: 200, y: 90, snapped: ["x"] });
    expect(way.guides[0]).toEqual({ type: "align", axis: "x", at: 200, from: 90, to: 350 });
  });

  test("with a middle", () => {
    expect(snapWay(box(0, 0, 20, 20), { x: 243, y: 100 }, rules(box(200, 300)))).toMatchObject({ x: 240 });
  });

  test("with the nearest of several, and with none that is out of reach", () => {
    expect(snapWay(box(0, 0), { x: 202, y: 90 }, rules(box(197, 300), box(203, 400)))).toMatchObject({ x: 203 });
    expect(snapWay(box(0, 0), { x: 190, y: 90 }, rules(box(200, 300, 7)))).toMatchObject({ x: 190, snapped: [] });
  });

  test("only on the axes it may", () => {
    const way = snapWay(box(0, 0), { x: 204, y: 302 }, { ...rules(box(200, 300)), axes: ["y"] });
    expect(way).toMatchObject({ x: 204, y: 300 });
  });

  test("in the middle between two neighbours, and shows both gaps", () => {
    const way = snapWay(box(0, 0, 40, 50), { x: 132, y: 0 }, rules(box(0, 0, 100, 49), box(210, 0, 100, 47)));
    expect(way.x).toBe(135);
    expect(way.guides.filter(({ axis }) => axis === "x")).toMatchObject([
      { type: "gap", from: 100, to: 135 },
      { type: "gap", from: 175, to: 210 },
    ]);
  });

  test("as far beyond a neighbour as that is from the next", () => {
    const row = rules(box(0, 0, 50, 49), box(80, 0, 50, 47));
    expect(snapWay(box(0, 0, 33, 50), { x: 157, y: 0 }, row).x).toBe(160);
    expect(snapWay(box(0, 0, 33, 50), { x: -66, y: 0 }, row).x).toBe(-63);
  });

  test("not with gaps of a row it is not in", () => {
    const row = rules(box(0, 300, 50, 49), box(80, 300, 50, 47));
    expect(snapWay(box(0, 0, 33, 50), { x: 163, y: 0 }, row).snapped).toEqual([]);
  });

  test("with the grid where there is nothing nearer", () => {
    expect(snapWay(box(3, 3), { x: 9, y: 20 }, { targets: null, grid: 10, reach: 6, axes: ["x", "y"] })).toMatchObject({
      x: 7,
      y: 17,
      guides: [],
    });
  });
});

test("is never led farther off than the reach", () => {
  const anyBox = fc.record({
    x: fc.integer({ min: -500, max: 500 }),
    y: fc.integer({ min: -500, max: 500 }),
    w: fc.integer({ min: 0, max: 200 }),
    h: fc.integer({ min: 0, max: 200 }),
  });
  fc.assert(
    fc.property(anyBox, fc.array(anyBox), anyBox, (moved, others, { x, y }) => {
      const way = snapWay(moved, { x, y }, rules(...others));
      expect(Math.abs(way.x - x)).toBeLessThanOrEqual(6);
      expect(Math.abs(way.y - y)).toBeLessThanOrEqual(6);
      expect(way.guides.length > 0).toBe(way.snapped.length > 0);
    }),
  );
});
