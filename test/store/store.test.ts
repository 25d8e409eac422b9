import { expect, test, vi } from "vitest";

import { createStore } from "../../src/store/store.js";

test("it holds what was put in last", () => {
  const store = createStore("a");
  expect(store.get()).toBe("a");
  store.set("b");
  expect(store.get()).toBe("b");
});

test("listeners are called after the change, so that they can ask for the new value", () => {
  const store = createStore(1);
  const seen: number[] = [];
  store.subscribe(() => seen.push(store.get()));
  store.set(2);
  store.set(3);
  expect(seen).toEqual([2, 3]);
});

test("the same value is no change", () => {
  const store = createStore(Number.NaN);
  const listener = vi.fn<() => void>();
  store.subscribe(listener);
  store.set(Number.NaN);
  expect(listener).not.toHaveBeenCalled();
});

test("a listener that was taken out hears nothing; the same function may be in twice", () => {
  const store = createStore(1);
  const listener = vi.fn<() => void>();
  const stop = store.subscribe(listener);
  store.subscribe(listener);
  store.set(2);
  stop();
  stop();
  store.set(3);
  expect(listener).toHaveBeenCalledTimes(3);
});

test("a listener that throws does not keep the others from hearing; its error comes out at the end", () => {
  const store = createStore(1);
  const listener = vi.fn<() => void>();
  store.subscribe(() => {
    throw new Error("mine");
  });
  store.subscribe(listener);
  expect(() => store.set(2)).toThrow("mine");
  expect(listener).toHaveBeenCalledOnce();
  expect(store.get()).toBe(2);
});

test("several errors come out together", () => {
  const store = createStore(1);
  for (const message of ["one", "two"]) {
    store.subscribe(() => {
      throw new Error(message);
    });
  }
  expect(() => store.set(2)).toThrow(expect.objectContaining({ errors: [new Error("one"), new Error("two")] }));
});

test("a listener may put in another value, and all hear of that too", () => {
  const store = createStore(1);
  const seen: number[] = [];
  store.subscribe(() => {
    if (store.get() === 2) store.set(3);
  });
  store.subscribe(() => seen.push(store.get()));
  store.set(2);
  expect(seen).toEqual([3, 3]);
});

test("a listener added or taken out by a listener counts from the next change on", () => {
  const store = createStore(1);
  const late = vi.fn<() => void>();
  const stop = store.subscribe(() => {
    stop();
    store.subscribe(late);
  });
  store.set(2);
  expect(late).not.toHaveBeenCalled();
  store.set(3);
  expect(late).toHaveBeenCalledOnce();
});
