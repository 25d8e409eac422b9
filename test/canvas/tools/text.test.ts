import { expect, test } from "vitest";
import { text as textTool } from "../../../src/canvas/tools/text.js";
import { Hand } from "../support/hand.js";
import { idOf, rectangle, text } from "../support/log.js";

test("a click opens a new text there, when the button is let go", () => {
  const hand = new Hand(textTool).down(300, 200);
  expect(hand.record.texts).toEqual([]);
  expect(hand.up(300, 200).record.texts).toEqual([{ x: 300, y: 200 }]);
});

test("a click on a text opens it, even under another shape", () => {
  const cover = rectangle(idOf(2), { order: "b", fill: "solid", w: 300, h: 300 });
  const hand = new Hand(textTool, { type: "shape.add", shape: text(idOf(1)) }, { type: "shape.add", shape: cover });
  expect(hand.down(20, 20).up(20, 20).record.texts).toEqual([{ id: idOf(1) }]);
});

test("a drag says how wide the text may be", () => {
  const hand = new Hand(textTool).down(350, 200).move(300, 240);
  expect(hand.marquee).toEqual({ x: 300, y: 200, w: 50, h: 40 });
  hand.up(300, 240);
  expect([hand.record.texts, hand.marquee]).toEqual([[{ x: 300, y: 200, w: 50 }], null]);
});

test("the tool is put down before the text is typed", () => {
  expect(new Hand(textTool).down(300, 200).up(300, 200).record.drawn).toEqual([[]]);
});
