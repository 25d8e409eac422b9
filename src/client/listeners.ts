import { callAll } from "../store/call-all.js";

/** Functions that want to hear of something. */
export interface Listeners<Args extends readonly unknown[]> {
  /** Returns what takes the listener out again. The same function may be in more than once. */
  add(listener: (...args: Args) => void): () => void;
  /** Calls every one that was in at the start; their errors are thrown at the end. */
  call(...args: Args): void;
}

export function createListeners<Args extends readonly unknown[]>(): Listeners<Args> {
  const listeners = new Set<(...args: Args) => void>();
  return {
    add(listener) {
      const own = (...args: Args) => listener(...args);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    call: (...args) => callAll([...listeners].map((listener) => () => listener(...args))),
  };
}
