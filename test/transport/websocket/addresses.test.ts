import { expect, test } from "vitest";
import { roomId, type Millis, type Seq } from "../../../src/signal/ids.js";
import { addressesOf } from "../../../src/transport/websocket/addresses.js";

const ROOM = roomId("algebra-1");

test.each([
  ["https://board.example.org", undefined, "https://board.example.org/", "wss://board.example.org/"],
  ["wss://board.example.org", undefined, "https://board.example.org/", "wss://board.example.org/"],
  ["http://127.0.0.1:4280/", undefined, "http://127.0.0.1:4280/", "ws://127.0.0.1:4280/"],
  ["ws://127.0.0.1:4280", undefined, "http://127.0.0.1:4280/", "ws://127.0.0.1:4280/"],
  ["https://example.org/boards", undefined, "https://example.org/boards/", "wss://example.org/boards/"],
  ["https://example.org/boards/?a=1#b", undefined, "https://example.org/boards/", "wss://example.org/boards/"],
  ["/", "https://example.org/room/algebra?x", "https://example.org/", "wss://example.org/"],
  ["/boards", "http://localhost:5173/deep/page", "http://localhost:5173/boards/", "ws://localhost:5173/boards/"],
])("of %s in a page at %s", (url, page, http, ws) => {
  const addresses = addressesOf(url, page);
  expect(addresses.rooms(null)).toBe(`${http}api/rooms?limit=1000`);
  expect(addresses.rooms("5-a~b")).toBe(`${http}api/rooms?limit=1000&after=5-a%7Eb`);
  expect(addresses.socket(ROOM)).toBe(`${ws}api/rooms/algebra-1/socket`);
  expect(addresses.timeline(ROOM)).toBe(`${http}api/rooms/algebra-1/timeline`);
  expect(addresses.timeline(ROOM, { from: 1 as Millis, to: 2 as Millis })).toBe(
    `${http}api/rooms/algebra-1/timeline?from=1&to=2`,
  );
  expect(addresses.block(ROOM, { first: 3 as Seq, last: 9 as Seq })).toBe(`${http}api/rooms/algebra-1/blocks/3-9`);
  expect(addresses.keyframe(ROOM, { seq: 7 as Seq })).toBe(`${http}api/rooms/algebra-1/keyframes/7`);
  expect(addresses.keyframe(ROOM, { seq: 7 as Seq }, "42")).toBe(`${http}api/rooms/algebra-1/keyframes/7?edition=42`);
});

test.each([
  ["/", undefined],
  ["not an address", undefined],
  ["ftp://example.org", undefined],
  ["javascript:alert(1)", "https://example.org/"],
])("of %s in a page at %s there are none", (url, page) => {
  expect(() => addressesOf(url, page)).toThrow(expect.objectContaining({ code: "bad-argument" }));
});
