import { expect, test } from "vitest";
import type { Member } from "../../../src/react/members.js";
import { shortId, withNamesOf } from "../../../src/react/people/seen-names.js";
import type { MemberId } from "../../../src/signal/ids.js";

const member = (user: string, name: string): Member => ({
  member: 1 as MemberId,
  profile: { user, name, color: "red", role: "writer" },
  isSelf: false,
});

test("who is gone keeps the name they had last", () => {
  const first = withNamesOf({}, [member("a", "Ana"), member("b", "Ben")]);
  expect(withNamesOf(first, [member("a", "Ana Lee")])).toEqual({ a: "Ana Lee", b: "Ben" });
});

test("nothing new is the same object", () => {
  const names = withNamesOf({}, [member("a", "Ana")]);
  expect(withNamesOf(names, [member("a", "Ana")])).toBe(names);
  expect(withNamesOf(names, [])).toBe(names);
});

test("a long id is cut between letters, a short one is whole", () => {
  expect([shortId("ben"), shortId("12345678"), shortId("123456789")]).toEqual(["ben", "12345678", "12345678…"]);
  expect(shortId("🙂".repeat(9))).toBe(`${"🙂".repeat(8)}…`);
});
