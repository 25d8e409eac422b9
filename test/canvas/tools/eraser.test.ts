import { expect, test } from "vitest";
import { eraser } from "../../../src/canvas/tools/eraser.js";
import type { Shape } from "../../../src/signal/shape.js";
import { Hand } from "../support/hand.js";
import { idOf, rectangle } from "../support/log.js";

const left = rectangle(idOf(1), { x: 0, w: 40, h: 40, fill: "solid" });
const right = rectangle(idOf(2), { x: 100, w: 40, h: 40, fill: "solid" });
const far = rectangle(idOf(3), { x: 500, w: 40, h: 40, fill: "solid" });
const add = (shape: Shape) => ({ type: "shape.add", shape }) as const;
const handOver = () => new Hand(eraser, add(left), add(right), add(far));

test("what is pressed on goes at once", () => {
  const hand = handOver().down(20, 20);
  expect(hand.shapes).toEqual([right, far]);
  hand.up(20, 20);
  expect(hand.record.gestures).toEqual({ begun: 1, ended: 1, takenBack: 0 });
});

test("what lies on the way goes, however fast the way was", () => {
  const hand = handOver().down(-50, 20).move(300, 20).up(300, 20);
  expect(hand.shapes).toEqual([far]);
});

test("the way runs through the places the device reported", () => {
  const hand = handOver().down(-50, 20);
  const between = [-50, 300].map((x) => ({ x, y: 300, t: 0, pressure: null }));
  hand.move(300, 20, {}, between).up(300, 20);
  expect(hand.shapes).toHaveLength(3);
});

test("beside everything nothing happens", () => {
  expect(handOver().down(20, 300).move(300, 300).up(300, 300).sent).toEqual([]);
});

test("each shape goes once", () => {
  const hand = handOver().down(20, 20).move(25, 20).move(30, 20).up(30, 20);
  expect(hand.sent).toEqual([{ type: "shapes.remove", ids: [left.id] }]);
});

test("escape puts all back", () => {
  const hand = handOver().down(-50, 20).move(300, 20).cancel();
  expect(hand.shapes).toEqual([left, right, far]);
  expect(hand.record.gestures).toEqual({ begun: 1, ended: 1, takenBack: 1 });
});
