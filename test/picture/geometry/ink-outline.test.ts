import { expect, test } from "vitest";
import { inkOutline as outlineOf, type InkLook } from "../../../src/picture/geometry/ink-outline.js";
import { PRESSURE_MAX, PRESSURE_NONE } from "../../../src/signal/ink.js";

function inkOutline(points: Int32Array, step: number, size: number, look: Partial<InkLook> = {}) {
  return outlineOf({ kind: "ink", points, step, size, ...look });
}

/** A straight stroke to the right, 200 steps long, pressed evenly. */
function straight(pressure: number): Int32Array {
  return Int32Array.from(Array.from({ length: 41 }, (_, index) => [index * 5, 0, index * 8, pressure]).flat());
}

/** How wide the stroke is in its middle. */
function widthOf(outline: readonly (readonly [number, number])[]): number {
  const ys = outline.filter(([x]) => x > 60 && x < 140).map(([, y]) => y);
  return Math.max(...ys) - Math.min(...ys);
}

test("without pressure a stroke has the chosen width", () => {
  expect(widthOf(inkOutline(straight(PRESSURE_NONE), 1, 10))).toBeCloseTo(10, 5);
});

test("pressure makes it thinner and wider", () => {
  expect(widthOf(inkOutline(straight(0), 1, 10))).toBeCloseTo(4, 5);
  expect(widthOf(inkOutline(straight(PRESSURE_MAX), 1, 10))).toBeCloseTo(16, 5);
});

test("a stroke looks the same at every size", () => {
  const small = inkOutline(straight(50), 0.01, 0.5);
  const large = inkOutline(straight(50), 1, 50);
  expect(small).toHaveLength(large.length);
  small.forEach(([x, y], index) => {
    expect(x * 100).toBeCloseTo(large[index]?.[0] ?? NaN, 6);
    expect(y * 100).toBeCloseTo(large[index]?.[1] ?? NaN, 6);
  });
});

test("a single point is a dot of about the chosen width", () => {
  const dot = inkOutline(Int32Array.from([0, 0, 0, PRESSURE_NONE]), 1, 10);
  const xs = dot.map(([x]) => x);
  expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThanOrEqual(10);
  expect(Math.max(...xs) - Math.min(...xs)).toBeLessThan(11);
});

test("no size at all still leaves a line to be seen", () => {
  expect(widthOf(inkOutline(straight(PRESSURE_NONE), 1, 0))).toBeGreaterThan(0);
  expect(widthOf(inkOutline(straight(PRESSURE_NONE), 1, -5))).toBeGreaterThan(0);
});

test("a highlighter and a laser are as wide everywhere, however they are pressed", () => {
  for (const brush of ["highlighter", "laser"]) {
    for (const pressure of [0, PRESSURE_NONE, PRESSURE_MAX]) {
      expect(widthOf(inkOutline(straight(pressure), 1, 10, { brush }))).toBeCloseTo(10, 5);
    }
  }
});

test("stretched ink is longer and not wider, mirrored ink leads the other way", () => {
  const stretched = inkOutline(straight(PRESSURE_NONE), 1, 10, { scaleX: 3, scaleY: 5 });
  expect(Math.max(...stretched.map(([x]) => x))).toBeCloseTo(600 + 5, 0);
  expect(widthOf(stretched)).toBeCloseTo(10, 5);
  const mirrored = inkOutline(straight(PRESSURE_NONE), 1, 10, { scaleX: -1 });
  expect(Math.min(...mirrored.map(([x]) => x))).toBeCloseTo(-200 - 5, 0);
});
