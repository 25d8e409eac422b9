import { describe, expect, test } from "vitest";
import { pen } from "../../../src/canvas/tools/pen.js";
import type { TextTarget } from "../../../src/canvas/tool.js";
import { beginWriting, type Writing } from "../../../src/canvas/writing/writing.js";
import { propOf } from "../../../src/signal/optional.js";
import type { Shape, TextShape } from "../../../src/signal/shape.js";
import { Hand } from "../support/hand.js";
import { ANN, arrow, idOf, ink, rectangle, text } from "../support/log.js";

const old = text(idOf(1), { text: "old" });
const box = rectangle(idOf(2), { x: 400 });

/** A desk on which something is being written. */
function writingOn(target: TextTarget, ...shapes: readonly Shape[]) {
  const hand = new Hand(pen, ...shapes.map((shape) => ({ type: "shape.add", shape }) as const));
  const writing = beginWriting(target, hand.context) as Writing;
  return { hand, writing, wait: (ms: number) => hand.record.clock.advance(ms) };
}

const gestures = { begun: 1, ended: 1, takenBack: 0 };

describe("a new text", () => {
  test("is there with its first letter, in the chosen style, as large as it is", () => {
    const { hand, writing } = writingOn({ x: 30, y: 40.01 });
    expect([writing.id, hand.sent]).toEqual([null, []]);
    writing.type("H");
    const [shape] = hand.shapes as TextShape[];
    expect(shape).toMatchObject({ kind: "text", text: "H", x: 30, y: 40, color: "red", fontSize: 20, boxH: 26 });
    expect([shape?.id, propOf(shape as Shape, "boxW") > 0]).toEqual([writing.id, true]);
  });

  test("has the style of the moment when it was begun", () => {
    const hand = new Hand(pen);
    hand.record.style = { ...hand.record.style, font: "mono", opacity: 0.5, align: "end" };
    beginWriting({ x: 0, y: 0 }, hand.context)?.type("H");
    expect(hand.shapes[0]).toMatchObject({ font: "mono", opacity: 0.5, align: "end" });
  });

  test("that was given a width keeps it, and gets higher", () => {
    const { hand, writing } = writingOn({ x: 0, y: 0, w: 100 });
    writing.type("one two three four five six seven");
    writing.end();
    expect(hand.shapes[0]).toMatchObject({ wrap: 1, boxW: 100 });
    expect(propOf(hand.shapes[0] as Shape, "boxH")).toBeGreaterThan(2 * 26);
  });

  test("without words never was, not even for undo", () => {
    const { hand, writing } = writingOn({ x: 0, y: 0 });
    writing.type("  ");
    writing.end();
    expect([hand.sent, hand.record.gestures.begun]).toEqual([[], 0]);
    writing.type("a");
    writing.type("");
    writing.end();
    expect([hand.shapes, hand.record.gestures]).toEqual([[], { begun: 1, ended: 1, takenBack: 1 }]);
  });

  test("is in the frame that it was written in", () => {
    const frame = { ...box, kind: "frame", x: -50, y: -50, w: 900, h: 900, text: "" } as unknown as Shape;
    const { hand, writing } = writingOn({ x: 0, y: 0 }, frame);
    writing.type("a");
    writing.end();
    expect(propOf(hand.shapes.at(-1) as Shape, "frame")).toBe(frame.id);
  });
});

describe("what is typed", () => {
  test("goes to the others at once, and then ten times a second", () => {
    const { hand, writing, wait } = writingOn({ id: old.id }, old);
    for (const words of ["n", "ne", "new"]) writing.type(words);
    const texts = () => hand.sent.map((signal) => (signal.type === "shape.set" ? signal.props["text"] : null));
    expect(texts()).toEqual(["n"]);
    wait(99);
    expect(texts()).toEqual(["n"]);
    wait(1);
    expect(texts()).toEqual(["n", "new"]);
    wait(1000);
    expect([texts(), hand.record.clock.waiting]).toEqual([["n", "new"], 0]);
  });

  test("is one undo step, whole at the end, without the blanks there", () => {
    const { hand, writing } = writingOn({ id: old.id }, old);
    for (const words of ["n", "ne", "new ", "new \n"]) writing.type(words);
    writing.end();
    expect(hand.shapes[0]).toMatchObject({ text: "new" });
    expect([hand.record.gestures, hand.record.clock.waiting]).toEqual([gestures, 0]);
  });

  test("when nothing was typed nothing was done", () => {
    const { hand, writing } = writingOn({ id: old.id }, old);
    writing.type("old");
    writing.end();
    writing.end();
    expect([hand.sent, hand.record.gestures.begun]).toEqual([[], 0]);
  });

  test("emptied, a text is gone; taken up again before the end it is not", () => {
    const { hand, writing, wait } = writingOn({ id: old.id }, old);
    writing.type("");
    wait(200);
    expect(hand.shapes[0]).toMatchObject({ text: "" });
    writing.type("x");
    wait(200);
    writing.type("");
    writing.end();
    expect([hand.shapes, hand.record.gestures]).toEqual([[], gestures]);
  });

  test("stays unsaid when somebody has removed the shape", () => {
    const { hand, writing } = writingOn({ id: old.id }, old);
    writing.type("n");
    hand.log.add(ANN, { type: "shapes.remove", ids: [old.id] });
    writing.type("new");
    writing.end();
    expect([writing.shape(), hand.shapes, hand.types]).toEqual([null, [], ["shape.set"]]);
  });
});

describe("a label", () => {
  test.each([box, arrow(idOf(3))])("of a $kind gets the chosen letters with its first word", (shape) => {
    const { hand, writing, wait } = writingOn({ id: shape.id }, shape);
    hand.record.style = { ...hand.record.style, font: "serif", fontSize: 36 };
    writing.type("yes");
    expect(hand.shapes[0]).toMatchObject({ label: "yes", font: "serif", labelSize: 36 });
    wait(200);
    writing.type("yes!");
    writing.end();
    expect(hand.sent.at(-1)).toEqual({ type: "shape.set", id: shape.id, props: { label: "yes!" } });
  });

  test("keeps its letters when it is changed, and its shape when it is emptied", () => {
    const labelled = { ...box, label: "no", labelSize: 16 };
    const { hand, writing } = writingOn({ id: box.id }, labelled);
    writing.type("");
    writing.end();
    expect(propOf(hand.shapes[0] as Shape, "label")).toBe("");
    expect(propOf(hand.shapes[0] as Shape, "labelSize")).toBe(16);
  });
});

test.each(["note", "frame"])("a %s is written on, and stays when it is emptied", (kind) => {
  const shape = { ...box, kind, text: "x", fontSize: 20 } as unknown as Shape;
  const { hand, writing } = writingOn({ id: shape.id }, shape);
  writing.type("");
  writing.end();
  expect(hand.shapes[0]).toMatchObject({ kind, text: "" });
});

test("there is no writing on ink, nor on what is not there", () => {
  const { hand } = writingOn({ x: 0, y: 0 }, ink(idOf(4)));
  expect(beginWriting({ id: idOf(4) }, hand.context)).toBeNull();
  expect(beginWriting({ id: idOf(99) }, hand.context)).toBeNull();
});
