import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { messageFramer, MOST_FRAMED } from "../../../src/server/node/message-frames.js";

test.each([
  [0, [0x82, 0]],
  [125, [0x82, 125]],
  [126, [0x82, 126, 0, 126]],
  [300, [0x82, 126, 1, 44]],
  [MOST_FRAMED, [0x82, 126, 255, 255]],
])("a message of %i bytes stands after its header", (length, header) => {
  const message = new Uint8Array(randomBytes(length));
  expect([...messageFramer()(message)]).toEqual([...header, ...message]);
});

test("what is said to one after another is framed once", () => {
  const frame = messageFramer();
  const [one, other] = [new Uint8Array([1, 2]), new Uint8Array([3])];
  const framed = frame(one);
  expect(frame(one)).toBe(framed);
  expect([...frame(other)]).toEqual([0x82, 1, 3]);
  expect([...frame(one)]).toEqual([0x82, 2, 1, 2]);
});
