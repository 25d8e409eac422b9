import { describe, expect, test } from "vitest";
import { FIRST_PAGE } from "../../../../src/board/board.js";
import { presentation } from "../../../../src/board/presenter.js";
import { CustomShapes } from "../../../../src/picture/custom/custom-shapes.js";
import { german } from "../../../../src/react/messages/de.js";
import { ENGLISH } from "../../../../src/react/messages/en.js";
import { type Deed, deedOf, sameDeed } from "../../../../src/react/replay/narration/deeds.js";
import { sentenceOf } from "../../../../src/react/replay/narration/sentence.js";
import type { Millis, PageId, Seq } from "../../../../src/signal/ids.js";
import type { Signal } from "../../../../src/signal/signal.js";
import { ANN, BEN, idOf, ink, Log, note, rectangle, text } from "../../../canvas/support/log.js";

const entry = (signal: Signal) => ({ seq: 1 as Seq, at: 1 as Millis, by: ANN, clientSeq: 1, signal });
const { points: _, ...head } = ink(idOf(0, ANN));
const custom = new CustomShapes([]);

function room(): Log {
  const log = new Log();
  log.join(ANN, "Ann");
  return log;
}

function said(log: Log, signal: Signal, messages = ENGLISH): string | null {
  const deed = deedOf(entry(signal));
  log.add(ANN, signal);
  return deed && sentenceOf(deed, { board: log.board, messages, custom, nameOf: () => undefined });
}

describe("sentences", () => {
  test.each<[Signal, string]>([
    [{ type: "ink.begin", shape: head }, "Ann draws"],
    [{ type: "shape.add", shape: rectangle(idOf(1, ANN)) }, "Ann adds: Rectangle"],
    [{ type: "shape.add", shape: note(idOf(2, ANN), { text: "Buy milk" }) }, "Ann adds: Sticky note “Buy milk”"],
    [{ type: "shapes.remove", ids: [idOf(1, ANN)] }, "Ann removes something"],
    [{ type: "shapes.move", ids: [idOf(1, ANN)], dx: 1, dy: 0 }, "Ann changes something"],
    [{ type: "page.add", id: "p2" as PageId, name: "Two", order: "a1" }, "Ann adds a page: Two"],
    [{ type: "marker", label: "Cells" }, "Chapter: Cells"],
    [presentation(ANN), "Ann is presenting"],
  ])("%o", (signal, sentence) => {
    expect(said(room(), signal)).toBe(sentence);
  });

  test("who came and went is called by name, and somebody when nobody knows it", () => {
    const log = room();
    const goes = deedOf(entry({ type: "member.leave" })) as Deed;
    log.add(ANN, { type: "member.leave" });
    const telling = { board: log.board, messages: ENGLISH, custom };
    expect(sentenceOf(goes, { ...telling, nameOf: (member) => (member === ANN ? "Ann" : "?") })).toBe("Ann leaves");
    expect(sentenceOf(goes, { ...telling, nameOf: () => undefined })).toBe("Somebody leaves");
  });

  test("are in the person's language", () => {
    expect(said(room(), { type: "ink.begin", shape: head }, german)).toBe("Ann zeichnet");
  });

  test("a text is told as far as it has come when it is told, and not at all when it is gone", () => {
    const log = room();
    const deed = deedOf(entry({ type: "shape.set", id: idOf(3, ANN), props: { text: "H" } })) as Deed;
    const telling = () => ({ board: log.board, messages: ENGLISH, custom, nameOf: () => undefined });
    expect(sentenceOf(deed, telling())).toBeNull();
    log.add(ANN, { type: "shape.add", shape: text(idOf(3, ANN), { text: "Hello" }) });
    expect(sentenceOf(deed, telling())).toBe("Ann writes: Text “Hello”");
  });

  test("a page that is shown is told by its name", () => {
    const telling = { board: room().board, messages: ENGLISH, custom, nameOf: () => undefined };
    expect(sentenceOf({ type: "page", page: FIRST_PAGE }, telling)).toBe("Now on Page 1");
    expect(sentenceOf({ type: "page", page: "gone" as PageId }, telling)).toBeNull();
  });
});

test("cursors, ink under way and the app's own state are no deeds", () => {
  const silent: Signal[] = [
    { type: "cursor", cursor: null },
    { type: "ink.append", id: head.id, points: new Int32Array(0) },
    { type: "state.set", key: "quiz", value: 1 },
    presentation(null),
  ];
  expect(silent.map((signal) => deedOf(entry(signal)))).toEqual([null, null, null, null]);
});

test("a shape that is added and then written on is one deed; two people's are two", () => {
  const shape = note(idOf(1, ANN));
  expect(sameDeed({ type: "writes", by: ANN, id: shape.id })).toBe(sameDeed({ type: "adds", by: ANN, shape }));
  expect(sameDeed({ type: "draws", by: ANN })).not.toBe(sameDeed({ type: "draws", by: BEN }));
});
