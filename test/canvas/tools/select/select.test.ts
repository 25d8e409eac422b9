import { describe, expect, test } from "vitest";
import { select } from "../../../../src/canvas/tools/select/select.js";
import type { ShapeId } from "../../../../src/signal/ids.js";
import type { Shape } from "../../../../src/signal/shape.js";
import { Hand } from "../../support/hand.js";
import { idOf, ME, rectangle, text } from "../../support/log.js";

const [A, B, T] = [idOf(1), idOf(2), idOf(3)];
const add = (shape: Shape) => ({ type: "shape.add", shape }) as const;

/** Two filled boxes side by side, A's right part under B's left, and a text below. */
function handOver(...selection: readonly ShapeId[]): Hand {
  const hand = new Hand(
    select,
    add(rectangle(A, { w: 100, h: 100, fill: "solid" })),
    add(rectangle(B, { x: 80, w: 100, h: 100, fill: "solid", order: "a1" })),
    add(text(T, { x: 0, y: 200 })),
  );
  hand.record.selection = selection;
  return hand;
}

/** The same, with the two boxes in a group. */
function grouped(...selection: readonly ShapeId[]): Hand {
  const hand = handOver(...selection);
  for (const id of [A, B]) hand.log.add(ME, { type: "shape.set", id, props: { group: "g" } });
  return hand;
}

const placeOf = (hand: Hand, id: ShapeId) => {
  const shape = hand.shapes.find((one) => one.id === id);
  return [shape?.x, shape?.y];
};

describe("a click", () => {
  test("selects the topmost shape there", () => {
    expect(handOver().down(90, 50).up(90, 50).record.selection).toEqual([B]);
  });

  test("selects that shape alone", () => {
    expect(handOver(A, B).down(20, 50).up(20, 50).record.selection).toEqual([A]);
  });

  test("beside all shapes selects none", () => {
    expect(handOver(A).down(400, 400).up(400, 400).record.selection).toEqual([]);
  });

  test("between selected shapes selects none", () => {
    expect(handOver(A, T).down(50, 150).up(50, 150).record.selection).toEqual([]);
  });

  test("on a shape of a group selects the group; with control that shape alone", () => {
    const hand = grouped().down(20, 50).up(20, 50);
    expect(hand.record.selection).toEqual([A, B]);
    hand.down(20, 50, { ctrl: true }).up(20, 50, { ctrl: true });
    expect(hand.record.selection).toEqual([A]);
  });

  test("with control and shift adds just a shape of a group", () => {
    const keys = { ctrl: true, shift: true };
    expect(grouped(T).down(20, 50, keys).up(20, 50, keys).record.selection).toEqual([T, A]);
  });

  test("with shift adds a shape and takes it away again", () => {
    const hand = handOver(A).down(170, 50, { shift: true }).up(170, 50, { shift: true });
    expect(hand.record.selection).toEqual([A, B]);
    hand.down(170, 50, { shift: true }).up(170, 50, { shift: true });
    expect(hand.record.selection).toEqual([A]);
  });

  test("with shift beside all shapes changes nothing", () => {
    expect(handOver(A).down(400, 400, { shift: true }).up(400, 400, { shift: true }).record.selection).toEqual([A]);
  });

  test("sends nothing", () => {
    expect(handOver().down(20, 50).move(21, 50).up(21, 50).sent).toEqual([]);
  });
});

describe("a drag on a shape", () => {
  test("selects and moves it, in one undo step", () => {
    const hand = handOver().down(20, 50).move(30, 50).move(40, 55).up(45, 60);
    expect(hand.record.selection).toEqual([A]);
    expect(placeOf(hand, A)).toEqual([25, 10]);
    expect(placeOf(hand, B)).toEqual([80, 0]);
    expect(hand.record.gestures).toEqual({ begun: 1, ended: 1, takenBack: 0 });
  });

  test("moves all that is selected with it", () => {
    const hand = handOver(A, B).down(20, 50).move(40, 50).up(40, 50);
    expect([placeOf(hand, A), placeOf(hand, B)]).toEqual([
      [20, 0],
      [100, 0],
    ]);
    expect(hand.record.selection).toEqual([A, B]);
  });

  test("moves by whole sixteenths that add up to the way of the pointer", () => {
    const hand = handOver().down(20, 50);
    for (let step = 1; step <= 100; step++) hand.move(20 + step * 0.37, 50);
    hand.up(57, 50);
    expect(placeOf(hand, A)).toEqual([37, 0]);
    for (const signal of hand.sent) expect(signal).toMatchObject({ type: "shapes.move", dy: 0 });
  });

  test("between selected shapes moves them", () => {
    const hand = handOver(A, T).down(50, 150).move(60, 150).up(60, 150);
    expect([placeOf(hand, A), placeOf(hand, T)]).toEqual([
      [10, 0],
      [10, 200],
    ]);
  });

  test("is taken back by escape", () => {
    const hand = handOver().down(20, 50).move(40, 70).cancel();
    expect(placeOf(hand, A)).toEqual([0, 0]);
    expect(hand.record.gestures).toEqual({ begun: 1, ended: 1, takenBack: 1 });
  });
});

describe("a drag beside all shapes", () => {
  test("shows a box and selects what it touches", () => {
    const hand = handOver().down(200, 150).move(110, 50);
    expect(hand.marks.marquee).toEqual({ x: 110, y: 50, w: 90, h: 100 });
    expect(hand.record.selection).toEqual([B]);
    hand.move(-10, -10);
    expect(hand.record.selection).toEqual([A, B]);
    hand.up(-10, -10);
    expect(hand.marks.marquee).toBeNull();
    expect(hand.record.selection).toEqual([A, B]);
    expect(hand.sent).toEqual([]);
  });

  test("with shift adds to the selection", () => {
    const shift = { shift: true };
    expect(handOver(T).down(200, 150, shift).move(110, 50, shift).up(110, 50, shift).record.selection).toEqual([T, B]);
  });

  test("is taken back by escape, selection and all", () => {
    const hand = handOver(T).down(200, 150).move(110, 50).cancel();
    expect(hand.marks.marquee).toBeNull();
    expect(hand.record.selection).toEqual([T]);
  });
});

describe("two presses", () => {
  test("on a text open it", () => {
    expect(handOver().doubleClick(20, 210).record.texts).toEqual([{ id: T }]);
  });

  test("beside all shapes open a new one", () => {
    expect(handOver().doubleClick(400, 400).record.texts).toEqual([{ x: 400, y: 400 }]);
  });

  test("on or in another shape open its label", () => {
    expect(handOver().doubleClick(20, 50).record.texts).toEqual([{ id: A }]);
    const hollow = new Hand(select, add(rectangle(A, { w: 100, h: 100 })));
    expect(hollow.doubleClick(50, 50).record.texts).toEqual([{ id: A }]);
  });
});
