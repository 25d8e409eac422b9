import { callAll } from "./call-all.js";

/** A value that can be read and watched. `get` returns the same object until the value changes. */
export interface Store<T> {
  get(): T;
  /** Calls back after each change, without the value: ask `get`. Returns what ends it. */
  subscribe(listener: () => void): () => void;
}

/** A store whose owner may change it. */
export interface WritableStore<T> extends Store<T> {
  /** Takes a new value; listeners are called when it is another one by `Object.is`. */
  set(value: T): void;
}

/** Makes a store. A listener that throws does not keep the others from being called; its error is thrown at the end. */
export function createStore<T>(initial: T): WritableStore<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    subscribe(listener) {
      const own = () => listener();
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      callAll([...listeners]);
    },
  };
}
