import { expect, test } from "vitest";
import { boundsOf } from "../../src/board/bounds.js";
import type { ToolName } from "../../src/canvas/tool.js";
import { TOOLS } from "../../src/canvas/tools/all-tools.js";
import { isPlaceable, placeInMiddle } from "../../src/canvas/place-shape.js";
import { Hand } from "./support/hand.js";
import { idOf, rectangle } from "./support/log.js";

/** A view of 800 by 600 pixels with a tool in hand. */
const handWith = (name: ToolName, ...shapes: ReturnType<typeof rectangle>[]) =>
  new Hand(TOOLS[name], ...shapes.map((shape) => ({ type: "shape.add", shape }) as const));

test.each(["rectangle", "ellipse", "diamond", "triangle", "star", "line", "arrow", "frame", "note"] as const)(
  "a %s is put into the middle of the view, as one step, and selected",
  (name) => {
    const hand = handWith(name);
    hand.camera.set({ x: 1000, y: 500, zoom: 2 });
    placeInMiddle(name, hand.context);
    const [shape, ...others] = hand.shapes;
    if (!shape) throw new Error("Nothing was put down.");
    const { x, y, w, h } = boundsOf(shape);
    expect([shape.kind, x + w / 2, y + h / 2, others.length]).toEqual([name, 1200, 650, 0]);
    expect(w).toBeGreaterThan(100);
    expect(hand.record.gestures).toEqual({ begun: 1, ended: 1, takenBack: 0 });
    expect(hand.record.drawn).toEqual([[shape.id]]);
  },
);

test("what is put down is never too small for its tool, however far the view is", () => {
  const hand = handWith("arrow");
  hand.camera.set({ x: 0, y: 0, zoom: 0.1 });
  placeInMiddle("arrow", hand.context);
  expect(hand.shapes).toMatchObject([{ kind: "arrow", w: 200 }]);
});

test("a second one stands aside", () => {
  const hand = handWith("rectangle");
  for (let time = 0; time < 3; time++) placeInMiddle("rectangle", hand.context);
  expect(hand.shapes.map((shape) => boundsOf(shape).x)).toEqual([300, 324, 348]);
});

test("an arrow goes from the first to the second of two selected shapes, and is bound to both", () => {
  const [a, b] = [rectangle(idOf(1), { x: 100, y: 100 }), rectangle(idOf(2), { x: 500, y: 300 })];
  const hand = handWith("arrow", a, b);
  hand.record.selection = [b.id, a.id];
  placeInMiddle("arrow", hand.context);
  expect(hand.shapes.at(-1)).toMatchObject({ kind: "arrow", startId: b.id, endId: a.id });
});

test("a text is begun in the middle", () => {
  const hand = handWith("text");
  placeInMiddle("text", hand.context);
  expect(hand.record.texts).toEqual([{ x: 400, y: 300 }]);
});

test("what needs a hand cannot be put down without one", () => {
  const names = Object.keys(TOOLS) as ToolName[];
  const byHand = names.filter((name) => !isPlaceable(name));
  expect(byHand).toEqual(["select", "lasso", "hand", "pen", "highlighter", "eraser", "laser"]);
  const hand = handWith("pen");
  placeInMiddle("pen", hand.context);
  expect(hand.shapes).toEqual([]);
});
