import { expect, test } from "vitest";
import { note } from "../../../src/canvas/tools/note.js";
import { Hand } from "../support/hand.js";

test("a click puts one down around the pointer, to be written on", () => {
  const hand = new Hand(note).down(300, 200).up(300, 200);
  const [shape] = hand.shapes;
  expect(shape).toMatchObject({ kind: "note", x: 200, y: 100, w: 200, h: 200, text: "", fontSize: 20 });
  expect(shape).toMatchObject({ align: "middle" });
  expect(hand.record.texts).toEqual([{ id: shape?.id }]);
  expect(hand.record.drawn).toEqual([[shape?.id]]);
  expect(hand.record.gestures).toEqual({ begun: 1, ended: 1, takenBack: 0 });
});

test("a drag says how large it is", () => {
  const hand = new Hand(note).down(300, 200).move(350, 240).up(350, 240);
  expect(hand.shapes[0]).toMatchObject({ x: 300, y: 200, w: 50, h: 40 });
  expect(hand.record.texts).toHaveLength(1);
});

test("it has the style that was chosen", () => {
  const hand = new Hand(note);
  hand.record.style = { ...hand.record.style, font: "mono", align: "end", opacity: 0.5 };
  expect(hand.down(0, 0).up(0, 0).shapes[0]).toMatchObject({ font: "mono", align: "end", opacity: 0.5 });
});
