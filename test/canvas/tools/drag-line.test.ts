import { describe, expect, test } from "vitest";
import { arrow } from "../../../src/canvas/tools/arrow.js";
import { line } from "../../../src/canvas/tools/line.js";
import { throughOf } from "../../../src/board/through.js";
import { LIMITS } from "../../../src/signal/limits.js";
import type { LineShape, Shape } from "../../../src/signal/shape.js";
import { Hand } from "../support/hand.js";
import { idOf, ink, rectangle } from "../support/log.js";

const left = rectangle(idOf(1), { x: 0, y: 0, w: 100, h: 100 });
const right = rectangle(idOf(2), { x: 300, y: 0, w: 200, h: 100 });
const add = (shape: Shape) => ({ type: "shape.add", shape }) as const;
const handOver = (...shapes: readonly Shape[]) => new Hand(arrow, ...shapes.map(add));
const drawnOf = (hand: Hand) => hand.shapes.findLast(({ kind }) => kind === "arrow") as LineShape;

describe.each([line, arrow])("$name by presses", (tool) => {
  const drawn = (hand: Hand) => hand.shapes[0] as LineShape;
  const steps = { begun: 1, ended: 1, takenBack: 0 };

  test("leads from one to the other, and follows the pointer between", () => {
    const hand = new Hand(tool).press([10, 10]);
    expect(hand.sent).toEqual([]);
    hand.move(60, 40);
    expect(drawn(hand)).toMatchObject({ kind: tool.name, x: 10, y: 10, w: 50, h: 30 });
    hand.press([80, 50]).move(100, 10);
    expect(drawn(hand)).toMatchObject({ w: 90, h: 0, through: "70 40" });
    hand.press([150, 90]).move(200, 20);
    expect(drawn(hand)).toMatchObject({ w: 190, h: 10, through: "70 40 140 80" });
    expect(hand.record.drawn).toEqual([]);
  });

  test("ends with a second press on its last point, as one step", () => {
    const hand = new Hand(tool).press([10, 10], [80, 50], [150, 90]).move(152, 91).press([151, 91]);
    expect(drawn(hand)).toMatchObject({ w: 140, h: 80, through: "70 40" });
    expect([hand.record.gestures, hand.record.drawn]).toEqual([steps, [[drawn(hand).id]]]);
    hand.move(300, 300);
    expect(drawn(hand)).toMatchObject({ w: 140, h: 80 });
  });

  test("is kept as it is when it is ended otherwise, without the part that follows the pointer", () => {
    const hand = new Hand(tool).press([10, 10], [80, 50]).move(200, 200).keep();
    expect(drawn(hand)).toMatchObject({ w: 70, h: 40 });
    expect(drawn(hand)).not.toHaveProperty("through");
    expect([hand.record.gestures, hand.record.drawn]).toEqual([steps, [[drawn(hand).id]]]);
  });

  test("is closed by a press on its first point once there are three", () => {
    const hand = new Hand(tool).press([10, 10], [80, 50], [12, 11]);
    expect(drawn(hand)).toMatchObject({ w: 2, h: 1, through: "70 40" });
    hand.press([20, 90]).move(11, 9);
    expect(drawn(hand)).toMatchObject({ w: 0, h: 0 });
    hand.press([11, 9]);
    expect(drawn(hand)).toMatchObject({ x: 10, y: 10, w: 0, h: 0, through: "70 40 2 1 10 80" });
    expect(hand.record.gestures).toEqual(steps);
  });

  test("keeps each part to every 15 degrees with shift", () => {
    const shift = { shift: true };
    const hand = new Hand(tool).press([0, 0]).down(100, 3, shift).up(100, 3, shift).move(104, 60, shift);
    expect(drawn(hand)).toMatchObject({ w: 100, h: 60, through: "100 0" });
  });

  test("has no more points than a line may have", () => {
    const hand = new Hand(tool);
    for (let index = 0; index < LIMITS.linePoints + 2; index++) hand.press([20 * index, 5]);
    expect(throughOf(drawn(hand))).toHaveLength(LIMITS.linePoints);
    expect(hand.record.gestures).toEqual(steps);
  });

  test("twice in one place leaves nothing", () => {
    const hand = new Hand(tool).press([10, 10], [10, 10]);
    expect([hand.sent, hand.record.drawn]).toEqual([[], []]);
  });

  test("is taken back where there is only one point", () => {
    const hand = new Hand(tool).press([10, 10]).move(60, 40).keep();
    expect([hand.shapes, hand.record.drawn]).toEqual([[], []]);
    expect(hand.record.gestures).toEqual({ begun: 1, ended: 1, takenBack: 1 });
  });

  test("is taken back as a whole", () => {
    const hand = new Hand(tool).press([10, 10], [80, 50]).move(60, 40).cancel();
    expect(hand.shapes).toEqual([]);
    expect(hand.record.gestures).toEqual({ begun: 1, ended: 1, takenBack: 1 });
  });

  test("goes by small signals", () => {
    const hand = new Hand(tool).press([10, 10], [80, 50], [150, 90]).move(200, 20);
    expect(hand.sent.at(-1)).toMatchObject({ type: "shape.set", props: { w: 190, h: 10, through: "70 40 140 80" } });
    hand.move(210, 20);
    expect(hand.sent.at(-1)).toMatchObject({ type: "shape.set", props: { w: 200 } });
  });
});

describe("pressed on a shape", () => {
  test("an arrow ends there, bound to it", () => {
    const hand = handOver(left, right).press([75, 25], [200, 300], [350, 10]);
    expect(drawnOf(hand)).toMatchObject({ startId: left.id, endId: right.id, through: "125 275" });
    expect(hand.record.gestures).toEqual({ begun: 1, ended: 1, takenBack: 0 });
    expect(hand.marks.targets).toEqual([]);
  });

  test("a line goes on, and is bound to what it ends on at last", () => {
    const hand = new Hand(line, add(left), add(right)).press([-50, -50], [75, 25], [200, 300], [350, 10], [350, 10]);
    const drawn = hand.shapes.findLast(({ kind }) => kind === "line") as LineShape;
    expect(drawn).toMatchObject({ endId: right.id, through: "125 75 250 350" });
    expect(drawn).not.toHaveProperty("startId");
  });

  test("an arrow may come back to the shape it began at, by a point between", () => {
    const hand = handOver(left).press([75, 25], [20, 20]);
    expect(hand.record.gestures.ended).toBe(0);
    const loop = handOver(left).press([75, 25], [200, 300], [20, 80]);
    expect(drawnOf(loop)).toMatchObject({ startId: left.id, endId: left.id, through: "125 275" });
  });

  test("a closed line is bound to nothing", () => {
    const hand = new Hand(line, add(left)).press([75, 25], [200, 50], [200, 200], [75, 25]);
    const drawn = hand.shapes.findLast(({ kind }) => kind === "line");
    expect(drawn).toMatchObject({ w: 0, h: 0 });
    expect(drawn).not.toHaveProperty("startId");
  });
});

test.each([line, arrow])("$name has the heads that are chosen for its kind, and none of the other's", (tool) => {
  const hand = new Hand(tool);
  hand.record.heads = {
    line: { startHead: "bar", endHead: "" },
    arrow: { startHead: "dot", endHead: "none" },
  };
  hand.down(10, 10).move(60, 40).up(60, 40);
  const { startHead, endHead } = hand.shapes[0] as LineShape;
  expect({ startHead, endHead }).toEqual(
    tool === line ? { startHead: "bar", endHead: undefined } : { startHead: "dot", endHead: "none" },
  );
});

describe("a line is bound", () => {
  test("to the shapes under its ends, at those places", () => {
    const hand = handOver(left, right).down(75, 25).move(350, 10);
    expect(hand.marks.targets).toEqual([left.id, right.id]);
    hand.up(350, 10);
    expect(drawnOf(hand)).toMatchObject({ startId: left.id, startX: 0.75, startY: 0.25 });
    expect(drawnOf(hand)).toMatchObject({ endId: right.id, endX: 0.25, endY: 102 / 1024 });
    expect(hand.marks.targets).toEqual([]);
  });

  test("to the middle by what comes near it", () => {
    const hand = handOver(left).down(-200, 0).move(55, 46).up(55, 46);
    const { startId, endId, endX, endY } = drawnOf(hand);
    expect([startId, endId, endX, endY]).toEqual([undefined, left.id, undefined, undefined]);
  });

  test("and no more when its end leaves", () => {
    const hand = handOver(left, right).down(75, 25).move(350, 10).up(250, 10);
    expect(drawnOf(hand)).toMatchObject({ startId: left.id });
    expect("endId" in drawnOf(hand)).toBe(false);
  });

  test("not to one shape with both ends", () => {
    const hand = handOver(left).down(10, 10).move(70, 70);
    expect([hand.marks.targets, "startId" in drawnOf(hand)]).toEqual([[], false]);
    hand.up(200, 70);
    expect(drawnOf(hand)).toMatchObject({ startId: left.id });
  });

  test("not while control is held", () => {
    const hand = handOver(left, right).down(75, 25, { ctrl: true }).move(350, 10, { ctrl: true });
    hand.up(350, 10, { ctrl: true });
    expect(["startId" in drawnOf(hand), "endId" in drawnOf(hand), hand.marks.targets]).toEqual([false, false, []]);
  });

  test("not to ink or lines", () => {
    const hand = handOver(ink(idOf(3)), { ...left, id: idOf(4), kind: "line" } as Shape);
    hand.down(0, 0).move(-90, -50).up(-90, -50);
    expect("startId" in drawnOf(hand)).toBe(false);
  });

  test("to the smallest of hollow shapes around, and to none below one that hides it", () => {
    const around = rectangle(idOf(5), { x: -50, y: -50, w: 900, h: 400, order: "b" });
    const cover = rectangle(idOf(6), { x: 300, y: 0, w: 300, h: 300, order: "c", fill: "solid" });
    const hand = handOver(left, right, around, cover).down(75, 25).move(350, 10).up(350, 10);
    expect(drawnOf(hand)).toMatchObject({ startId: left.id, endId: cover.id });
  });

  test("as one step, which escape takes back", () => {
    const hand = handOver(left, right).down(75, 25).move(350, 10).cancel();
    expect([hand.shapes.length, hand.marks.targets]).toEqual([2, []]);
    expect(hand.record.gestures).toEqual({ begun: 1, ended: 1, takenBack: 1 });
  });
});
