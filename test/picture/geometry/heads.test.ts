import { describe, expect, test } from "vitest";
import { curveOf } from "../../../src/board/curve.js";
import { headLength, headOf, headParts } from "../../../src/picture/geometry/heads.js";
import type { LineShape } from "../../../src/signal/shape.js";
import { arrow, idOf } from "../../canvas/support/log.js";

const line: LineShape = { ...arrow(idOf(1), { w: 200, h: 0, roughness: 0 }), kind: "line" };
const placesOf = (shape: LineShape) =>
  headParts(shape).flatMap(({ ops }) => ops.map(({ data }) => ({ x: data.at(-2) ?? NaN, y: data.at(-1) ?? NaN })));

describe("an end has", () => {
  test("nothing on a line, and a head at the end of an arrow", () => {
    expect([headOf(line, "start"), headOf(line, "end")]).toEqual(["none", "none"]);
    expect([headOf({ ...line, kind: "arrow" }, "start"), headOf({ ...line, kind: "arrow" }, "end")]).toEqual([
      "none",
      "arrow",
    ]);
  });

  test("what was asked for, on lines and arrows", () => {
    expect(headOf({ ...line, startHead: "dot" }, "start")).toBe("dot");
    expect(headOf({ ...line, kind: "arrow", endHead: "none" }, "end")).toBe("none");
  });

  test("what its kind has for a name that nobody knows", () => {
    expect(headOf({ ...line, kind: "arrow", endHead: "fork" }, "end")).toBe("arrow");
    expect(headOf({ ...line, endHead: "fork" }, "end")).toBe("none");
  });
});

describe.each(["arrow", "triangle", "dot", "bar"])("a head that is a %s", (endHead) => {
  test("stays near its end, and points along the line", () => {
    const places = placesOf({ ...line, endHead });
    expect(places.length).toBeGreaterThan(1);
    for (const { x, y } of places) {
      expect(Math.hypot(x - 200, y)).toBeLessThanOrEqual(headLength(line, curveOf(line)) + 1e-9);
    }
    // Symmetric about the line.
    expect(Math.max(...places.map(({ y }) => y)) + Math.min(...places.map(({ y }) => y))).toBeCloseTo(0);
  });

  test("turns with the end of a bent line", () => {
    // Bent upwards, to the left of its direction, so it comes down at its end.
    const bent = { ...line, bend: -100, endHead };
    const [tips] = [placesOf(bent).filter(({ y }) => y < -0.001)];
    expect(tips?.length).toBeGreaterThan(0);
  });

  test("points the way that the last part of a line through points goes", () => {
    const { length } = placesOf({ ...line, endHead });
    const places = placesOf({ ...line, through: "200 100", corners: "sharp", endHead });
    expect(places).toHaveLength(length);
    // Upwards, so that what was to the left of the tip is below it.
    const lowest = Math.max(...places.map(({ y }) => y));
    expect(lowest).toBeCloseTo(200 - Math.min(...placesOf({ ...line, endHead }).map(({ x }) => x)), 0);
  });

  test("is as large on a line that ends where it begins", () => {
    expect(placesOf({ ...line, w: 0, h: 0, through: "200 0 200 100", endHead }).length).toBeGreaterThan(1);
  });

  test("is not there on a line without length", () => {
    expect(headParts({ ...line, w: 0, endHead })).toEqual([]);
  });
});

test("an arrow's head is two lines that end at its tip", () => {
  const parts = headParts(arrow(idOf(1), { w: 120, h: 40 }));
  expect(parts).toHaveLength(2);
  for (const { ops, dash } of parts) {
    expect(ops.at(-1)?.data.slice(-2)).toEqual([120, 40]);
    expect(dash).toEqual([]);
  }
});

test("heads are never dashed", () => {
  for (const { dash } of headParts({ ...line, dash: "dotted", startHead: "bar", endHead: "arrow" }))
    expect(dash).toEqual([]);
});
