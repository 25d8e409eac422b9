import { expect, test, vi } from "vitest";

import { createListeners } from "../../src/client/listeners.js";

test("every listener hears, until it is taken out", () => {
  const listeners = createListeners<[string]>();
  const [one, two] = [vi.fn<() => void>(), vi.fn<() => void>()];
  const remove = listeners.add(one);
  listeners.add(two);
  listeners.call("a");
  remove();
  listeners.call("b");
  expect([one.mock.calls, two.mock.calls]).toEqual([[["a"]], [["a"], ["b"]]]);
});

test("a function that is in twice is called twice, and taken out once at a time", () => {
  const listeners = createListeners<[]>();
  const listener = vi.fn<() => void>();
  const remove = listeners.add(listener);
  listeners.add(listener);
  listeners.call();
  remove();
  remove();
  listeners.call();
  expect(listener).toHaveBeenCalledTimes(3);
});

test("one that throws does not keep the others from hearing", () => {
  const listeners = createListeners<[]>();
  const listener = vi.fn<() => void>();
  listeners.add(() => {
    throw new Error("mine");
  });
  listeners.add(listener);
  expect(() => listeners.call()).toThrow("mine");
  expect(listener).toHaveBeenCalledOnce();
});
