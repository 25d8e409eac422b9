import { expect, test } from "vitest";

import { completeUser, newClientId, newPageId } from "../../src/client/identity.js";

/** Numbers from 0 to 1, the same every time (a linear congruential generator). */
function seeded(): () => number {
  let state = 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

test("ids of clients and pages differ from one to the next and are plain text", () => {
  const random = seeded();
  const ids = Array.from({ length: 100 }, () => [newClientId(random), newPageId(random)]).flat();
  expect(new Set(ids).size).toBe(200);
  for (const id of ids) expect(id).toMatch(/^[0-9a-z]{10,25}$/);
});

test("a client's id has at least 128 bits of chance in it", () => {
  expect(newClientId(seeded()).length * Math.log2(36)).toBeGreaterThan(128);
});

test("what a user does not say about itself is made up", () => {
  const user = completeUser({}, seeded());
  expect(user.name).toBe("Guest");
  expect(user.color).toMatch(/^#[0-9a-f]{6}$/);
  expect(user.id).not.toBe(completeUser({}, Math.random).id);
});

test("the same person has the same colour every time, and not everybody has the same", () => {
  const colorOf = (id: string) => completeUser({ id }, Math.random).color;
  expect(colorOf("anna")).toBe(colorOf("anna"));
  const colors = Array.from({ length: 100 }, (_, n) => colorOf(`user ${n}`));
  expect(new Set(colors).size).toBe(8);
});

test("what it says stays", () => {
  const user = { id: "7", name: "Anna", color: "#123456" };
  expect(completeUser(user, seeded())).toEqual(user);
});
