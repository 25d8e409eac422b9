import fc from "fast-check";
import { expect, test } from "vitest";

import { countOf, isShapeId, makerOf, roomId, shapeId, type MemberId } from "../../src/signal/ids.js";

test("a shape id tells its maker and the maker's count", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 21 - 1 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }), (member, count) => {
      const id = shapeId(member as MemberId, count);
      expect([makerOf(id), countOf(id), isShapeId(id)]).toEqual([member, count, true]);
    }),
  );
});

test.each(["algebra", "...", ".a", "2026-11-22_class.7~b", "a".repeat(128)])("%s names a room", (name) => {
  expect(roomId(name)).toBe(name);
});

test.each(["", ".", "..", "a/b", "ä", "a b", "a".repeat(129)])("%j does not name a room", (name) => {
  expect(() => roomId(name)).toThrow("cannot name a room");
});
