import { describe, expect, test } from "vitest";
import { select } from "../../../../src/canvas/tools/select/select.js";
import type { Shape } from "../../../../src/signal/shape.js";
import { Hand } from "../../support/hand.js";
import { arrow, idOf, rectangle } from "../../support/log.js";

const [A, B, C, F, L] = [idOf(1), idOf(2), idOf(3), idOf(4), idOf(5)];
const add = (shape: Shape) => ({ type: "shape.add", shape }) as const;
const box = (id: Shape["id"], x: number, props: object = {}) =>
  rectangle(id, { x, w: 50, h: 50, fill: "solid", ...props });
const frame: Shape = {
  ...{ kind: "frame", id: F, page: box(A, 0).page, order: "Zz", color: "black", size: 1, text: "Frame" },
  ...{ x: 300, y: 0, w: 200, h: 200 },
};
const shapeOf = (hand: Hand, id: Shape["id"]) => hand.shapes.find((shape) => shape.id === id);

describe("groups", () => {
  const grouped = () =>
    new Hand(
      select,
      ...[box(A, 0, { group: "g/h" }), box(B, 100, { group: "g/h" }), box(C, 200, { group: "g" })].map(add),
    );

  test("are selected as a whole, and gone into step by step by double clicks", () => {
    const hand = grouped().down(10, 10).up(10, 10);
    expect(hand.record.selection).toEqual([A, B, C]);
    expect(hand.doubleClick(10, 10).record.selection).toEqual([A, B]);
    expect(hand.doubleClick(10, 10).record.selection).toEqual([A]);
    expect(hand.down(110, 10).up(110, 10).record.selection).toEqual([B]);
    expect(hand.doubleClick(110, 10).record.texts).toEqual([{ id: B }]);
    expect(hand.down(210, 10).up(210, 10).record.selection).toEqual([A, B, C]);
  });

  test("are moved as a whole", () => {
    const hand = grouped().down(10, 10).move(30, 10).up(30, 10);
    expect([A, B, C].map((id) => shapeOf(hand, id)?.x)).toEqual([20, 120, 220]);
  });
});

test("locked shapes are not taken, and lie still when selected with others", () => {
  const hand = new Hand(select, add(box(A, 0, { locked: 1 })), add(box(B, 100)));
  expect(hand.down(10, 10).up(10, 10).record.selection).toEqual([]);
  expect(hand.down(-20, -20).move(200, 100).up(200, 100).record.selection).toEqual([B]);
  hand.record.selection = [A, B];
  hand.down(110, 10).move(130, 10).up(130, 10);
  expect([A, B].map((id) => shapeOf(hand, id)?.x)).toEqual([0, 120]);
});

describe("frames", () => {
  test("take along what is in them, and are taken by their edge or name", () => {
    const hand = new Hand(select, add(frame), add(box(A, 320, { frame: F })));
    hand.down(310, -10).move(330, -10).up(330, -10);
    expect(hand.record.selection).toEqual([F]);
    expect([F, A].map((id) => shapeOf(hand, id)?.x)).toEqual([320, 340]);
    expect(shapeOf(hand, A)).toMatchObject({ frame: F });
    expect(hand.down(430, 150).up(430, 150).record.selection).toEqual([]);
  });

  test("take in what is dropped on them and let go what is dragged out, shown while it is dragged", () => {
    const hand = new Hand(select, add(frame), add(box(A, 0)));
    hand.down(10, 10).move(350, 60);
    expect(hand.marks.targets).toEqual([F]);
    hand.up(350, 60);
    expect(hand.marks.targets).toEqual([]);
    expect(shapeOf(hand, A)).toMatchObject({ frame: F });
    hand.down(350, 60).move(20, 60).up(20, 60);
    expect(shapeOf(hand, A)).not.toHaveProperty("frame");
  });
});

describe("with keys", () => {
  test("alt moves a copy, and escape takes it away", () => {
    const hand = new Hand(select, add(box(A, 0)));
    hand.down(10, 10, { alt: true }).move(110, 10, { alt: true });
    expect(hand.shapes.map(({ x }) => x)).toEqual([0, 100]);
    hand.cancel();
    expect(hand.shapes).toEqual([box(A, 0)]);
    expect(hand.record.selection).toEqual([]);
  });

  test("shift keeps to one axis", () => {
    const hand = new Hand(select, add(box(A, 0)));
    hand.down(10, 10).move(60, 20, { shift: true }).up(60, 20, { shift: true });
    expect(shapeOf(hand, A)).toMatchObject({ x: 50, y: 0 });
  });

  test("control lines up with others, and shows with what while it is dragged", () => {
    const hand = new Hand(select, add(box(A, 0)), add(box(B, 200, { y: 100 })));
    hand.down(10, 10).move(206, 10, { ctrl: true });
    expect(shapeOf(hand, A)?.x).toBe(200);
    expect(hand.marks.guides.length).toBeGreaterThan(0);
    hand.up(206, 10, { ctrl: true });
    expect(hand.marks.guides).toEqual([]);
  });

  test("control frees from lining up, where that is chosen", () => {
    const hand = new Hand(select, add(box(A, 0)), add(box(B, 200, { y: 100 })));
    hand.record.snapping = { isOn: true, grid: null };
    hand.down(10, 10).move(206, 10);
    expect(shapeOf(hand, A)?.x).toBe(200);
    hand.move(206, 10, { ctrl: true }).up(206, 10, { ctrl: true });
    expect(shapeOf(hand, A)?.x).toBe(196);
  });
});

test("the paper's grid is kept to while snapping is on, and only then", () => {
  const hand = new Hand(select, add(box(A, 0)));
  hand.record.snapping = { isOn: true, grid: 24 };
  hand.down(10, 10).move(43, 12).up(43, 12);
  expect(shapeOf(hand, A)).toMatchObject({ x: 24, y: 0 });
  hand.record.snapping = { isOn: false, grid: 24 };
  hand.down(34, 10).move(44, 10).up(44, 10);
  expect(shapeOf(hand, A)?.x).toBe(34);
});

describe("lines", () => {
  const bound = () => new Hand(select, add(box(A, 0)), add(arrow(L, { x: 300, y: 25, w: -275, h: 0, endId: A })));

  test("that are moved alone are let go where they are seen", () => {
    const hand = bound();
    hand.down(150, 25).move(150, 75).up(150, 75);
    expect(shapeOf(hand, L)).not.toHaveProperty("endId");
    expect(shapeOf(hand, L)).toMatchObject({ x: 300, y: 75, h: 0 });
  });

  test("that are moved with what they are bound to stay bound", () => {
    const hand = bound();
    hand.record.selection = [A, L];
    hand.down(10, 10).move(10, 60).up(10, 60);
    expect(shapeOf(hand, L)).toMatchObject({ endId: A });
  });

  test("are bound by an end that is dragged onto a shape, not with control, and bent by their middle", () => {
    const hand = new Hand(select, add(box(A, 0)), add(arrow(L, { x: 300, y: 25, w: 100, h: 0 })));
    hand.record.selection = [L];
    hand.down(300, 25).move(25, 25);
    expect(hand.marks.targets).toEqual([A]);
    hand.move(25, 25, { ctrl: true }).up(25, 25, { ctrl: true });
    expect(shapeOf(hand, L)).not.toHaveProperty("startId");
    hand.down(25, 25).move(26, 30).up(26, 30);
    expect(shapeOf(hand, L)).toMatchObject({ startId: A });
    const free = new Hand(select, add(arrow(L, { x: 0, y: 0, w: 100, h: 0 })));
    free.record.selection = [L];
    free.down(50, 0).move(50, 40).up(50, 40);
    expect(shapeOf(free, L)).toMatchObject({ bend: 40 });
  });
});

describe("from frame to frame", () => {
  test("many movements are one step", () => {
    const hand = new Hand(select, add(box(A, 0)));
    hand.down(10, 10);
    for (let x = 20; x < 60; x++) hand.move(x, 10);
    expect(hand.types).toEqual(["shapes.move"]);
    hand.record.clock.advance(20);
    expect(hand.types).toEqual(["shapes.move", "shapes.move"]);
    expect(shapeOf(hand, A)?.x).toBe(49);
    hand.up(60, 10);
    expect(shapeOf(hand, A)?.x).toBe(50);
    expect(hand.record.clock.waiting).toBe(0);
  });

  test("the view moves along at its edge, and what is dragged with it", () => {
    const hand = new Hand(select, add(box(A, 0)));
    hand.down(40, 40).move(300, 40).move(799, 40);
    hand.record.clock.advance(500);
    expect(hand.camera.get().x).toBeGreaterThan(100);
    expect(shapeOf(hand, A)?.x).toBeCloseTo(759 + hand.camera.get().x, 0);
    hand.cancel();
    const { x } = hand.camera.get();
    hand.record.clock.advance(500);
    expect(hand.camera.get().x).toBe(x);
    expect(shapeOf(hand, A)?.x).toBe(0);
  });
});
