import { expect, test } from "vitest";
import { wheelMove } from "../../src/canvas/wheel.js";

const still = { deltaX: 0, deltaY: 0, deltaMode: 0, ctrlKey: false, metaKey: false, shiftKey: false };

test("the wheel pans against its turn", () => {
  expect(wheelMove({ ...still, deltaX: 5, deltaY: 30 }, 600)).toEqual({ type: "pan", dx: -5, dy: -30 });
});

test("with shift a mouse pans sideways", () => {
  expect(wheelMove({ ...still, deltaY: 30, shiftKey: true }, 600)).toEqual({ type: "pan", dx: -30, dy: 0 });
  expect(wheelMove({ ...still, deltaX: 30, shiftKey: true }, 600)).toEqual({ type: "pan", dx: -30, dy: 0 });
});

test("lines and pages count as pixels", () => {
  expect(wheelMove({ ...still, deltaY: 3, deltaMode: 1 }, 600)).toMatchObject({ dy: -48 });
  expect(wheelMove({ ...still, deltaY: 1, deltaMode: 2 }, 600)).toMatchObject({ dy: -600 });
});

test.each(["ctrlKey", "metaKey"])("with %s it zooms, there and back to where it was", (key) => {
  const [nearer, farther] = [-9, 9].map((deltaY) => wheelMove({ ...still, deltaY, [key]: true }, 600));
  expect(nearer).toEqual({ type: "zoom", factor: expect.closeTo(Math.exp(0.09), 9) });
  expect(farther).toEqual({ type: "zoom", factor: expect.closeTo(Math.exp(-0.09), 9) });
});

test("a notch of a mouse does not zoom by a leap", () => {
  expect(wheelMove({ ...still, deltaY: -120, ctrlKey: true }, 600)).toEqual({
    type: "zoom",
    factor: expect.closeTo(Math.exp(0.24), 9),
  });
});
