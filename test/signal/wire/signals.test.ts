import { expect, test } from "vitest";

import { FIRST_PAGE } from "../../../src/board/board.js";
import { COLOR_NAMES } from "../../../src/picture/palette.js";
import { shapeId, type MemberId, type PageId } from "../../../src/signal/ids.js";
import type { ShapeProps } from "../../../src/signal/shape.js";
import type { Signal } from "../../../src/signal/signal.js";
import { ByteReader } from "../../../src/signal/wire/bytes.js";
import { ByteWriter } from "../../../src/signal/wire/byte-writer.js";
import { writePoints } from "../../../src/signal/wire/write-ink.js";
import { writeProps, writeShape, writeShapeId } from "../../../src/signal/wire/write-shapes.js";
import { readSignal } from "../../../src/signal/wire/signals.js";
import { writeSignal } from "../../../src/signal/wire/write-signal.js";
import { writeStrokeHead } from "../../../src/signal/wire/write-stroke-head.js";
import { readWord } from "../../../src/signal/wire/words.js";
import { writeWord } from "../../../src/signal/wire/write-word.js";

const ID = shapeId(3 as MemberId, 300);
const POINTS = Int32Array.of(80, -16, 100, 32, 104, -8, 117, 32, 128, 8, 134, 31);
const append: Signal = { type: "ink.append", id: ID, points: POINTS };

const bytesOf = (signal: Signal) => {
  const writer = new ByteWriter();
  writeSignal(writer, signal);
  return writer.finish();
};
const readAll = (bytes: Uint8Array) => {
  const reader = new ByteReader(bytes, "signal");
  const signal = readSignal(reader);
  reader.end();
  return signal;
};

/** An append as version 1 wrote it. */
function formerAppend(): Uint8Array {
  const writer = new ByteWriter();
  writer.varint(2);
  writer.sized(() => (writeShapeId(writer, ID), writePoints(writer, POINTS)));
  return writer.finish();
}

test("a batch of points is written in the form of code 24, with nothing but its stroke around it", () => {
  const bytes = bytesOf(append);
  expect([...bytes.subarray(0, 5)]).toEqual([24, bytes.length - 2, 3, 0xac, 0x02]);
  expect(bytes.length).toBeLessThan(formerAppend().length);
  expect(readAll(bytes)).toEqual(append);
});

test("the forms of codes 2 and 20 are still read", () => {
  expect(readAll(formerAppend())).toEqual(append);
  expect(readAll(Buffer.from("140d03ac028c2f3cc18362a402b410", "hex"))).toEqual(append);
});

const head = {
  kind: "ink",
  id: ID,
  page: "page" as PageId,
  order: "b55",
  x: 1372,
  y: 291.75,
  color: "black",
  size: 4,
  step: 0.125,
} as const;
const begin: Signal = { type: "ink.begin", shape: head };

test("a stroke begins in the form of code 25, in which common names take a byte", () => {
  expect(Buffer.from(bytesOf(begin)).toString("hex")).toBe("191303ac02010362353580ae05f091010280020800");
  expect(readAll(Buffer.from("191303ac02010362353580ae05f091010280020800", "hex"))).toEqual(begin);
});

test("names that are not common, and properties that this version does not know, come back", () => {
  const shape = { ...head, page: "p-17" as PageId, color: "#123456", "?100": "new", "?101": 7.5 };
  const signal: Signal = { type: "ink.begin", shape };
  expect(readAll(bytesOf(signal))).toEqual(signal);
});

test("the form of code 1 is still read", () => {
  const writer = new ByteWriter();
  writer.varint(1);
  writer.sized(() => writeShape(writer, head));
  expect(readAll(writer.finish())).toEqual(begin);
});

test.each<[string, ShapeProps, string]>([
  ["points", { points: POINTS }, 'opens a stroke with "points"'],
  ["what stands in front already", { size: 3 }, 'opens a stroke with "size"'],
])("a stroke that begins with %s besides is refused", (_, others, message) => {
  const writer = new ByteWriter();
  writer.varint(25);
  writer.sized(() => writeStrokeHead(writer, head));
  const bytes = writer.finish();
  const rest = new ByteWriter();
  writeProps(rest, others);
  const joined = new Uint8Array([...bytes.slice(0, -1), ...rest.finish()]);
  joined[1] = joined.length - 2;
  expect(() => readAll(joined)).toThrow(message);
});

test("a step that is not above 0, and a word of an unknown number, are refused", () => {
  expect(() => readAll(bytesOf({ type: "ink.begin", shape: { ...head, step: 0 } }))).toThrow(
    '"step" that is not above',
  );
  const bytes = bytesOf(begin);
  bytes[5] = 99;
  expect(() => readAll(bytes)).toThrow("a word of an unknown number (99)");
});

test("the first page and all colours of the palette are common names", () => {
  for (const name of [FIRST_PAGE, ...COLOR_NAMES]) {
    const writer = new ByteWriter();
    writeWord(writer, name);
    expect(writer.length).toBe(1);
    expect(readWord(new ByteReader(writer.finish(), "word"))).toBe(name);
  }
});

test("forms that need a signal before them are refused by themselves", () => {
  for (const code of [26, 27]) expect(() => readAll(Uint8Array.of(code, 0))).toThrow("a stroke that it does not name");
});

test("what is left over in the form of code 2 is refused", () => {
  const bytes = new Uint8Array([...formerAppend(), 0]);
  bytes[1] = (bytes[1] as number) + 1;
  expect(() => readAll(bytes)).toThrow('The signal "ink.append" goes on for 1 bytes after its end');
});

test("a shape comes without what it need not have", () => {
  const shape = { kind: "note", id: ID, page: "page", order: "a0", x: 1, y: 2, w: 3, h: 4, color: "red", size: 1 };
  const note = { ...shape, text: "note", fontSize: 20 };
  const signal = { type: "shape.add", shape: { ...note, rotation: 0, opacity: 1, font: "hand" } };
  expect(readAll(bytesOf(signal as Signal))).toEqual({ type: "shape.add", shape: note });
});

test("what an app called by the name of a kind before there was that kind stays as it is", () => {
  const shape = { kind: "?note", id: ID, page: "page", order: "a0", x: 1, y: 2, color: "red", size: 1, "?200": "own" };
  const signal = { type: "shape.add", shape };
  expect(readAll(bytesOf(signal as unknown as Signal))).toEqual(signal);
});

test("a kind that came later goes by name, and one that has a number does not", () => {
  const shape = { kind: "frame", id: ID, page: "page", order: "a0", x: 1, y: 2, w: 3, h: 4, color: "red", size: 1 };
  const bytes = bytesOf({ type: "shape.add", shape: { ...shape, text: "" } } as Signal);
  expect(Buffer.from(bytes).includes("frame")).toBe(true);
  const named = new ByteWriter();
  named.varint(4);
  named.sized(() => (named.varint(0), named.text("rectangle"), writeShapeId(named, ID), named.varint(0)));
  expect(() => readAll(named.finish())).toThrow(/by name/);
});
