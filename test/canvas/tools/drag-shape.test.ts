import { describe, expect, test } from "vitest";
import { arrow } from "../../../src/canvas/tools/arrow.js";
import { ellipse } from "../../../src/canvas/tools/ellipse.js";
import { line } from "../../../src/canvas/tools/line.js";
import { rectangle } from "../../../src/canvas/tools/rectangle.js";
import { Hand } from "../support/hand.js";

const CLOSED = [rectangle, ellipse];
const OPEN = [line, arrow];

describe.each([...CLOSED, ...OPEN])("$name", (tool) => {
  test("appears at the first real movement, with the chosen style and a seed of its own", () => {
    const hand = new Hand(tool).down(10, 10).move(11, 11);
    expect(hand.sent).toEqual([]);
    hand.move(40, 30);
    expect(hand.types).toEqual(["shape.add"]);
    expect(hand.shapes[0]).toMatchObject({
      kind: tool.name,
      x: 10,
      y: 10,
      w: 30,
      h: 20,
      color: "red",
      size: 3,
      seed: 1,
    });
  });

  test("sends only what changes while it is dragged, and is one undo step", () => {
    const hand = new Hand(tool).down(10, 10).move(40, 30).move(40, 50).move(40, 50).move(60, 50).up(60, 50);
    expect(hand.sent.slice(1)).toEqual([
      { type: "shape.set", id: hand.shapes[0]?.id, props: { h: 40 } },
      { type: "shape.set", id: hand.shapes[0]?.id, props: { w: 50 } },
    ]);
    expect(hand.record.gestures).toEqual({ begun: 1, ended: 1, takenBack: 0 });
  });

  test("ends where the pointer was let go", () => {
    const hand = new Hand(tool).down(10, 10).move(40, 30).up(50, 35);
    expect(hand.shapes[0]).toMatchObject({ x: 10, y: 10, w: 40, h: 25 });
  });

  test("a click leaves nothing, not even an undo step", () => {
    const hand = new Hand(tool).down(10, 10).move(11, 10).up(11, 10);
    expect(hand.sent).toEqual([]);
    expect(hand.record.gestures).toEqual({ begun: 0, ended: 0, takenBack: 0 });
  });

  test("escape takes it back", () => {
    const hand = new Hand(tool).down(10, 10).move(40, 30).cancel();
    expect(hand.shapes).toEqual([]);
    expect(hand.record.gestures).toEqual({ begun: 1, ended: 1, takenBack: 1 });
  });

  test("escape before it appeared sends nothing", () => {
    expect(new Hand(tool).down(10, 10).cancel().sent).toEqual([]);
  });

  test("its lengths are whole sixteenths", () => {
    const hand = new Hand(tool).down(10.01, 10.04).move(40.333, 30.777).up(40.333, 30.777);
    const { x, y, w, h } = hand.shapes[0] as { x: number; y: number; w: number; h: number };
    for (const value of [x, y, w, h]) expect(Number.isInteger(value * 16)).toBe(true);
  });
});

describe.each(CLOSED)("$name", (tool) => {
  test("has the chosen fill", () => {
    const hand = new Hand(tool);
    hand.record.style = { ...hand.record.style, fill: "hachure" };
    expect(hand.down(0, 0).move(9, 9).up(9, 9).shapes[0]).toMatchObject({ fill: "hachure" });
  });

  test("dragged to the left and up, it lies there", () => {
    const hand = new Hand(tool).down(100, 100).move(60, 80).up(60, 80);
    expect(hand.shapes[0]).toMatchObject({ x: 60, y: 80, w: 40, h: 20 });
  });

  test.each([
    [130, 110, 100, 100],
    [90, 130, 70, 100],
    [70, 110, 70, 100],
    [110, 70, 100, 70],
  ])("with shift its sides are equal, dragged to %i, %i", (x, y, left, top) => {
    const hand = new Hand(tool).down(100, 100).move(x, y, { shift: true }).up(x, y, { shift: true });
    expect(hand.shapes[0]).toMatchObject({ x: left, y: top, w: 30, h: 30 });
  });
});

describe.each(CLOSED)("$name", (tool) => {
  test("with alt it is drawn from its middle, with shift as well", () => {
    const alt = new Hand(tool).down(100, 100).move(130, 110, { alt: true });
    expect(alt.shapes[0]).toMatchObject({ x: 70, y: 90, w: 60, h: 20 });
    const both = new Hand(tool).down(100, 100).move(130, 110, { alt: true, shift: true });
    expect(both.shapes[0]).toMatchObject({ x: 70, y: 70, w: 60, h: 60 });
  });

  test("is selected next", () => {
    const hand = new Hand(tool).down(0, 0).move(9, 9).up(9, 9);
    expect(hand.record.drawn).toEqual([[hand.shapes[0]?.id]]);
  });
});

describe.each(OPEN)("$name", (tool) => {
  test("points the way it was dragged", () => {
    const hand = new Hand(tool).down(100, 100).move(60, 80).up(60, 80);
    expect(hand.shapes[0]).toMatchObject({ x: 100, y: 100, w: -40, h: -20 });
  });

  test("with shift it keeps to every 15 degrees", () => {
    const level = new Hand(tool).down(0, 0).move(100, 4, { shift: true });
    expect(level.shapes[0]).toMatchObject({ w: 100, h: 0 });
    const slanted = new Hand(tool).down(0, 0).move(100, 96, { shift: true });
    expect(slanted.shapes[0]).toMatchObject({ w: 98, h: 98 });
  });
});
