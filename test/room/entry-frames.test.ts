import { expect, test } from "vitest";
import { bytesFor, EntryFrames } from "../../src/room/entry-frames.js";
import type { Entry } from "../../src/signal/entry.js";
import type { MemberId, Millis, Seq } from "../../src/signal/ids.js";
import { LIMITS } from "../../src/signal/limits.js";
import { serverFrameReader } from "../../src/signal/wire/frames.js";
import { marker } from "../../src/testing/samples.js";

const entry = (seq: number): Entry => {
  return { seq: seq as Seq, at: (1e12 + seq) as Millis, by: 1 as MemberId, clientSeq: seq, signal: marker(`${seq}`) };
};
const some = (first: number, count: number) => Array.from({ length: count }, (_, index) => entry(first + index));

test("all but the first frames follow the one before, and are read so", () => {
  const frames = new EntryFrames();
  const [one, two] = [some(7, 3), some(10, LIMITS.frameSignals + 2)];
  const made = [...frames.next(one), ...frames.next(two)];
  expect(made.map(({ after }) => after?.seq)).toEqual([undefined, 9, 9 + LIMITS.frameSignals]);
  const read = serverFrameReader();
  expect(made.map(({ bytes }) => read(bytes))).toEqual(made.map(({ entries }) => ({ type: "entries", entries })));
  expect(made.flatMap(({ entries }) => entries)).toEqual([...one, ...two]);
});

test("who got something else last gets a frame that can be read by itself", () => {
  const frames = new EntryFrames();
  frames.next(some(1, 3));
  const [frame] = frames.next(some(4, 2));
  if (!frame) throw new Error("There was no frame.");
  expect(bytesFor(frame, { seq: 3 as Seq, at: 0 as Millis })).toBe(frame.bytes);
  for (const last of [null, { seq: 2 as Seq, at: 0 as Millis }]) {
    expect(serverFrameReader()(bytesFor(frame, last))).toEqual({ type: "entries", entries: frame.entries });
  }
});
