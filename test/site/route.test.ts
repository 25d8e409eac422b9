import { expect, test } from "vitest";
import { isRoomName, routeOf } from "../../src/site/route.js";

const route = (address: string) => routeOf(new URL(address, "http://localhost"));

test.each([
  ["/", { page: "home" }],
  ["/room/algebra", { page: "room", room: "algebra" }],
  ["/room/algebra/", { page: "room", room: "algebra" }],
  ["/room/", { page: "missing" }],
  ["/room/two%20words", { page: "missing" }],
  ["/replay/algebra", { page: "replay", room: "algebra" }],
  ["/replay/a.b~c_d-e?from=2026-03-03", { page: "replay", room: "a.b~c_d-e", from: "2026-03-03" }],
  ["/replay/algebra?to=x&from=", { page: "replay", room: "algebra", to: "x" }],
  ["/elsewhere", { page: "missing" }],
])("%s leads to %o", (address, expected) => {
  expect(route(address)).toEqual(expected);
});

test("a room's name must be able to stand in an address", () => {
  expect(["algebra", "a".repeat(128)].every(isRoomName)).toBe(true);
  expect(["", ".", "..", "two words", "a/b", "ä", "a".repeat(129)].some(isRoomName)).toBe(false);
});
