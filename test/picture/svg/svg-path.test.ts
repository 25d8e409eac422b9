import { expect, test } from "vitest";
import { SvgPath } from "../../../src/picture/svg/svg-path.js";

test("a path is written as differences from place to place", () => {
  const path = new SvgPath();
  path.moveTo(10, 20);
  path.lineTo(15, 18);
  path.quadraticCurveTo(16, 18, 17, 19);
  path.bezierCurveTo(18, 20, 19, 21, 17, 18.5);
  expect(path.d).toBe("m10 20l5-2q1 0 2 1c1 1 2 2 0-.5");
});

test.each([
  [0.004, "0"],
  [0.05, ".05"],
  [0.5, ".5"],
  [-0.129, "-.13"],
  [7, "7"],
  [-3.1, "-3.1"],
  [2e9 + 0.25, "2000000000.25"],
])("%d is written as %s", (place, written) => {
  const path = new SvgPath();
  path.moveTo(place, 1);
  expect(path.d).toBe(`m${written} 1`);
});

test("after its end a part is gone on with from its start", () => {
  const path = new SvgPath();
  path.moveTo(1, 1);
  path.lineTo(3, 1);
  path.lineTo(3, 4);
  path.closePath();
  path.lineTo(2, 2);
  expect(path.d).toBe("m1 1l2 0l0 3zl1 1");
});

test("rounding does not add up", () => {
  const path = new SvgPath();
  path.moveTo(0, 0);
  for (let step = 1; step <= 1000; step++) path.lineTo(step / 300, 0);
  const lengths = path.d
    .split("l")
    .slice(1)
    .map((pair) => Number(pair.split(" ")[0]));
  expect(lengths.reduce((sum, length) => sum + length, 0)).toBeCloseTo(1000 / 300, 2);
});

test("its box is around all places, and null before there are any", () => {
  const path = new SvgPath();
  expect([path.d, path.box]).toEqual(["", null]);
  path.moveTo(-5, 2);
  path.quadraticCurveTo(1, 9, 4, -3.5);
  expect(path.box).toEqual({ x: -5, y: -3.5, w: 9, h: 12.5 });
});
