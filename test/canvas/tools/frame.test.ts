import { describe, expect, test } from "vitest";
import { arrow } from "../../../src/canvas/tools/arrow.js";
import { frame } from "../../../src/canvas/tools/frame.js";
import { highlighter } from "../../../src/canvas/tools/highlighter.js";
import { laser } from "../../../src/canvas/tools/laser.js";
import { line } from "../../../src/canvas/tools/line.js";
import { note } from "../../../src/canvas/tools/note.js";
import { pen } from "../../../src/canvas/tools/pen.js";
import { rectangle as rectangleTool } from "../../../src/canvas/tools/rectangle.js";
import { propOf } from "../../../src/signal/optional.js";
import type { Shape } from "../../../src/signal/shape.js";
import { Hand } from "../support/hand.js";
import { frame as frameShape, idOf, rectangle } from "../support/log.js";

const add = (shape: Shape) => ({ type: "shape.add", shape }) as const;
const below = rectangle(idOf(1), { x: 500, order: "a0" });
const inside = rectangle(idOf(2), { x: 100, y: 100, order: "a1" });
const above = rectangle(idOf(3), { x: 120, y: 120, order: "a2" });
const partly = rectangle(idOf(4), { x: 350, y: 100, order: "a3" });

test("takes what lies inside into it, in one step, and lies right below that", () => {
  const hand = new Hand(frame, ...[below, inside, above, partly].map(add)).down(50, 50).move(400, 400).up(400, 400);
  const drawn = hand.shapes.find(({ kind }) => kind === "frame") as Shape;
  expect(hand.shapes.map(({ id }) => id)).toEqual([below.id, drawn.id, inside.id, above.id, partly.id]);
  expect(hand.shapes.map((shape) => propOf(shape, "frame"))).toEqual([0, 0, drawn.id, drawn.id, 0]);
  expect(hand.record.gestures).toEqual({ begun: 1, ended: 1, takenBack: 0 });
  expect(hand.record.drawn).toEqual([[drawn.id]]);
});

test("leaves what another frame holds", () => {
  const kept = { ...inside, frame: idOf(9) };
  const hand = new Hand(frame, add(kept)).down(50, 50).move(400, 400).up(400, 400);
  expect(propOf(hand.shapes.find(({ id }) => id === kept.id) as Shape, "frame")).toBe(idOf(9));
});

test("a click makes none", () => {
  expect(new Hand(frame).down(50, 50).up(50, 50).sent).toEqual([]);
});

describe("what is drawn", () => {
  const around = frameShape(idOf(5), { x: 0, y: 0, w: 300, h: 300 });

  test.for([rectangleTool, pen, highlighter, line, arrow, note])(
    "inside a frame is in it, what reaches out is not: $name",
    (tool) => {
      const draw = (x: number) => new Hand(tool, add(around)).down(50, 50).move(x, 90).up(x, 90);
      const [within, out] = [draw(200), draw(400)];
      expect(propOf(within.shapes.at(-1) as Shape, "frame")).toBe(around.id);
      expect(within.record.gestures).toEqual({ begun: 1, ended: 1, takenBack: 0 });
      expect(propOf(out.shapes.at(-1) as Shape, "frame")).toBe(0);
    },
  );

  test("inside a locked frame stays out of it", () => {
    const hand = new Hand(pen, add({ ...around, locked: 1 })).down(50, 50).move(90, 90).up(90, 90);
    expect(propOf(hand.shapes.at(-1) as Shape, "frame")).toBe(0);
  });

  test("by a laser joins nothing", () => {
    expect(new Hand(laser, add(around)).down(50, 50).move(90, 90).up(90, 90).types).not.toContain("shape.set");
  });
});
