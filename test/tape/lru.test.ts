import { expect, test } from "vitest";
import { Lru } from "../../src/tape/lru.js";

test("forgets what was not asked for the longest", () => {
  const lru = new Lru<string, number>(2);
  lru.set("a", 1);
  lru.set("b", 2);
  expect(lru.get("a")).toBe(1);
  lru.set("c", 3);
  expect([lru.has("a"), lru.has("b"), lru.has("c")]).toEqual([true, false, true]);
});

test("counts an item that is set again once, and as the newest", () => {
  const lru = new Lru<string, number>(2);
  lru.set("a", 1);
  lru.set("b", 2);
  lru.set("a", 9);
  lru.set("c", 3);
  expect([...lru.values()]).toEqual([9, 3]);
});

test("lets go of the oldest when it may keep less", () => {
  const lru = new Lru<number, number>(10);
  for (let key = 0; key < 10; key++) lru.set(key, key);
  lru.capacity = 3;
  lru.set(10, 10);
  expect([...lru.values()]).toEqual([8, 9, 10]);
});
