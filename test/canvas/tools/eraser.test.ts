import { describe, expect, test } from "vitest";
import { eraser } from "../../../src/canvas/tools/eraser.js";
import type { Shape } from "../../../src/signal/shape.js";
import { Hand } from "../support/hand.js";
import { idOf, rectangle } from "../support/log.js";

const left = rectangle(idOf(1), { x: 0, w: 40, h: 40, fill: "solid" });
const right = rectangle(idOf(2), { x: 100, w: 40, h: 40, fill: "solid" });
const far = rectangle(idOf(3), { x: 500, w: 40, h: 40, fill: "solid" });
const add = (shape: Shape) => ({ type: "shape.add", shape }) as const;
const handOver = (...more: readonly Shape[]) => new Hand(eraser, ...[left, right, far, ...more].map(add));
/** The shapes that are seen to go. */
const marked = (hand: Hand) => [...hand.standIns.keys()];

test("what is touched is dimmed, and goes when the pointer is let go", () => {
  const hand = handOver().down(20, 20);
  expect(hand.sent).toEqual([]);
  expect(marked(hand)).toEqual([left.id]);
  expect(hand.standIns.get(left.id)?.(left)).toEqual([{ ...left, opacity: 0.25 }]);
  hand.up(20, 20);
  expect(hand.sent).toEqual([{ type: "shapes.remove", ids: [left.id] }]);
  expect(marked(hand)).toEqual([]);
  expect(hand.record.gestures).toEqual({ begun: 1, ended: 1, takenBack: 0 });
});

test("all that lies on the way goes in one, however fast the way was", () => {
  const hand = handOver().down(-50, 20).move(300, 20).up(300, 20);
  expect(hand.sent).toEqual([{ type: "shapes.remove", ids: [left.id, right.id] }]);
  expect(hand.shapes).toEqual([far]);
});

test("the way runs through the places the device reported", () => {
  const hand = handOver().down(-50, 20);
  const between = [-50, 300].map((x) => ({ x, y: 300, t: 0, pressure: null }));
  hand.move(300, 20, {}, between).up(300, 20);
  expect(hand.shapes).toHaveLength(3);
});

test("beside everything nothing happens", () => {
  const hand = handOver().down(20, 300).move(300, 300).up(300, 300);
  expect(hand.sent).toEqual([]);
  expect(hand.record.gestures.begun).toBe(0);
});

test("escape lets all be seen again, and nothing was sent", () => {
  const hand = handOver().down(-50, 20).move(300, 20);
  expect(marked(hand)).toHaveLength(2);
  hand.cancel();
  expect(marked(hand)).toEqual([]);
  expect(hand.sent).toEqual([]);
  expect(hand.shapes).toEqual([left, right, far]);
});

describe("of groups and locks", () => {
  test("what is in one outermost group goes together", () => {
    const inner = rectangle(idOf(4), { x: 0, y: 200, group: "g/h" });
    const other = rectangle(idOf(5), { x: 300, y: 300, group: "g" });
    const beside = rectangle(idOf(6), { x: 300, y: 400, group: "h" });
    const hand = handOver(inner, other, beside).down(0, 230).up(0, 230);
    expect(hand.shapes.map(({ id }) => id)).toEqual([left.id, right.id, far.id, beside.id]);
  });

  test("what is locked stays", () => {
    const locked = rectangle(idOf(4), { x: 0, y: 200, locked: 1 });
    expect(handOver(locked).down(0, 230).up(0, 230).sent).toEqual([]);
  });
});
