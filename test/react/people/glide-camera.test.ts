import { expect, test } from "vitest";
import { glideCamera, isNear } from "../../../src/react/people/glide-camera.js";

const SIZE = { width: 800, height: 600, devicePixelRatio: 1 };
const FROM = { x: 0, y: 0, zoom: 1 };
const GOAL = { x: 1000, y: -500, zoom: 4 };

test("it comes nearer all the time, and as near however often it is asked on the way", () => {
  let many = FROM;
  let gap = Infinity;
  for (let frame = 0; frame < 60; frame++) {
    many = glideCamera(many, GOAL, SIZE, 16);
    const left = Math.abs(Math.log(GOAL.zoom / many.zoom));
    expect(left).toBeLessThan(gap);
    gap = left;
  }
  const once = glideCamera(FROM, GOAL, SIZE, 60 * 16);
  expect(once.zoom).toBeCloseTo(many.zoom, 6);
  expect([once.x, once.y]).toEqual([expect.closeTo(many.x, 3), expect.closeTo(many.y, 3)]);
  expect(isNear(glideCamera(FROM, GOAL, SIZE, 3000), GOAL)).toBe(true);
  expect(isNear(FROM, GOAL)).toBe(false);
});

test("no time, no way", () => {
  expect(glideCamera(FROM, GOAL, SIZE, 0)).toEqual(FROM);
});
