import { expect, test } from "vitest";

import { PRESSURE_MAX, PRESSURE_NONE, quantise } from "../../src/signal/ink.js";

const grid = { x: 10, y: 20, step: 0.125, t: 1000 };

test("samples become steps from the stroke's position", () => {
  const points = quantise([{ x: 11, y: 19.5, t: 1008.4, pressure: 0.5 }], grid);
  expect([...points]).toEqual([8, -4, 8, 32]);
});

test("what the reader computes is no more than half a step away", () => {
  const [x] = quantise([{ x: 10.3, y: 20, t: 1000, pressure: null }], grid);
  expect(Math.abs(grid.x + (x ?? NaN) * grid.step - 10.3)).toBeLessThanOrEqual(grid.step / 2);
});

test("a clock that steps back stands still instead", () => {
  const samples = [1020, 1010, 1030].map((t) => ({ x: 10, y: 20, t, pressure: null }));
  const points = quantise(samples, grid, 15);
  expect([points[2], points[6], points[10]]).toEqual([20, 20, 30]);
});

test("pressure is kept within its range; a device without it presses evenly", () => {
  const pressures = [-1, 0, 1, 2, null].map((pressure) => ({ x: 10, y: 20, t: 1000, pressure }));
  const points = quantise(pressures, grid);
  expect([3, 7, 11, 15, 19].map((at) => points[at])).toEqual([0, 0, PRESSURE_MAX, PRESSURE_MAX, PRESSURE_NONE]);
});
