import { describe, expect, test } from "vitest";
import type { InkShape } from "../../src/signal/shape.js";
import { deskWith } from "./support/desk.js";
import { placesOf } from "./support/strokes.js";

describe("the hand that holds the pen", () => {
  const touch = { pointerType: "touch", pointerId: 7 };

  test("does not draw while the pen is about, and moves nothing", () => {
    const { pointer, typesSent, view } = deskWith("pen");
    pointer({ pointerType: "pen" }).move(20, 30);
    const palm = pointer(touch);
    palm.down(90, 90);
    palm.move(95, 95);
    palm.up(95, 95);
    expect(typesSent()).toEqual([]);
    expect(view.camera.get()).toEqual({ x: 0, y: 0, zoom: 1 });
  });

  test("loses what it drew when the pen comes down", () => {
    const { pointer, shapes } = deskWith("pen");
    pointer(touch).down(90, 90);
    const stylus = pointer({ pointerType: "pen" });
    stylus.down(20, 30);
    stylus.up(20, 30);
    expect(shapes()).toHaveLength(1);
    expect(placesOf(shapes()[0] as InkShape)).toEqual([[20, 30]]);
  });

  test("a finger draws where there is no pen", () => {
    const { pointer, shapes, isPenMode } = deskWith("pen");
    const finger = pointer(touch);
    finger.down(20, 30);
    finger.up(20, 30);
    expect([shapes().length, isPenMode.get()]).toEqual([1, false]);
  });

  /** A board on which a pen was used, a while ago. */
  const afterPen = () => {
    const desk = deskWith("pen");
    const stylus = desk.pointer({ pointerType: "pen" });
    stylus.down(20, 30);
    stylus.up(20, 30);
    desk.wait(520);
    return desk;
  };

  test("where a pen was used a finger moves the board, until pen mode is left", () => {
    const { pointer, shapes, isPenMode, view } = afterPen();
    expect(isPenMode.get()).toBe(true);
    const finger = pointer(touch);
    const drag = () => (finger.down(100, 100), finger.move(130, 110), finger.up(130, 110));
    drag();
    expect([shapes().length, view.camera.get()]).toEqual([1, { x: -30, y: -10, zoom: 1 }]);
    isPenMode.set(false);
    drag();
    expect(shapes()).toHaveLength(2);
  });

  test("two fingers pinch where a pen was used", () => {
    const { pointer, shapes, view } = afterPen();
    const [first, second] = [5, 6].map((pointerId) => pointer({ pointerType: "touch", pointerId }));
    first?.down(100, 100);
    second?.down(200, 100);
    second?.move(300, 100);
    expect(view.camera.get().zoom).toBeCloseTo(2, 5);
    expect(shapes()).toHaveLength(1);
  });

  test("a pen that comes down ends what the hand had begun to move", () => {
    const { pointer, shapes, view } = afterPen();
    const palm = pointer(touch);
    palm.down(100, 100);
    const stylus = pointer({ pointerType: "pen" });
    stylus.down(20, 30);
    palm.move(150, 150);
    stylus.up(20, 30);
    palm.up(150, 150);
    expect([shapes().length, view.camera.get()]).toEqual([2, { x: 0, y: 0, zoom: 1 }]);
  });
});
