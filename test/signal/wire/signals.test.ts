import { expect, test } from "vitest";

import { shapeId, type MemberId } from "../../../src/signal/ids.js";
import type { Signal } from "../../../src/signal/signal.js";
import { ByteReader, ByteWriter } from "../../../src/signal/wire/bytes.js";
import { writePoints } from "../../../src/signal/wire/ink.js";
import { writeShapeId } from "../../../src/signal/wire/shapes.js";
import { readSignal, writeSignal } from "../../../src/signal/wire/signals.js";

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

test("a batch of points is written in the form of code 20, with nothing but its stroke around it", () => {
  const bytes = bytesOf(append);
  expect([...bytes.subarray(0, 5)]).toEqual([20, bytes.length - 2, 3, 0xac, 0x02]);
  expect(bytes.length).toBeLessThan(formerAppend().length);
  expect(readAll(bytes)).toEqual(append);
});

test("the form of code 2 is still read", () => {
  expect(readAll(formerAppend())).toEqual(append);
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
