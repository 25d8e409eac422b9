import { describe, expect, test } from "vitest";
import { arrow } from "../../../src/canvas/tools/arrow.js";
import { line } from "../../../src/canvas/tools/line.js";
import type { LineShape, Shape } from "../../../src/signal/shape.js";
import { Hand } from "../support/hand.js";
import { idOf, ink, rectangle } from "../support/log.js";

const left = rectangle(idOf(1), { x: 0, y: 0, w: 100, h: 100 });
const right = rectangle(idOf(2), { x: 300, y: 0, w: 200, h: 100 });
const add = (shape: Shape) => ({ type: "shape.add", shape }) as const;
const handOver = (...shapes: readonly Shape[]) => new Hand(arrow, ...shapes.map(add));
const drawnOf = (hand: Hand) => hand.shapes.findLast(({ kind }) => kind === "arrow") as LineShape;

describe.each([line, arrow])("$name by two presses", (tool) => {
  test("goes from one to the other, and follows the pointer between", () => {
    const hand = new Hand(tool).down(10, 10).up(10, 10);
    expect(hand.sent).toEqual([]);
    hand.move(60, 40);
    expect(hand.shapes[0]).toMatchObject({ kind: tool.name, x: 10, y: 10, w: 50, h: 30 });
    hand.down(80, 50).up(80, 50);
    expect(hand.shapes[0]).toMatchObject({ w: 70, h: 40 });
    expect(hand.record.gestures).toEqual({ begun: 1, ended: 1, takenBack: 0 });
    expect(hand.record.drawn).toEqual([[hand.shapes[0]?.id]]);
  });

  test("twice in one place leaves nothing", () => {
    const hand = new Hand(tool).down(10, 10).up(10, 10).down(10, 10).up(10, 10);
    expect([hand.sent, hand.record.drawn]).toEqual([[], []]);
  });

  test("is taken back by escape between them", () => {
    const hand = new Hand(tool).down(10, 10).up(10, 10).move(60, 40).cancel();
    expect(hand.shapes).toEqual([]);
    expect(hand.record.gestures).toEqual({ begun: 1, ended: 1, takenBack: 1 });
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
