import { expect, test } from "vitest";
import { toBoard } from "../../../src/canvas/camera.js";
import { hand as handTool } from "../../../src/canvas/tools/hand.js";
import { Hand } from "../support/hand.js";

test("the board follows the pointer, and nothing is sent", () => {
  const hand = new Hand(handTool);
  hand.camera.set({ x: 0, y: 0, zoom: 2 });
  hand.down(100, 100);
  // The pointer goes 40 pixels to the right and 20 down: the same board point stays under it.
  hand.move(120, 110);
  expect(hand.camera.get()).toEqual({ x: -20, y: -10, zoom: 2 });
  expect(toBoard(hand.camera.get(), { x: 240, y: 220 })).toEqual({ x: 100, y: 100 });
  hand.up(100, 100);
  expect(hand.sent).toEqual([]);
});
