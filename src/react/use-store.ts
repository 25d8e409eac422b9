import { useCallback, useDebugValue, useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import type { Store } from "../store/store.js";

/** Compares two values, one level deep when both are arrays or both plain objects. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isPlain(a) || !isPlain(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.entries(a);
  const right = new Map(Object.entries(b));
  return left.length === right.size && left.every(([key, value]) => right.has(key) && Object.is(value, right.get(key)));
}

function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype || prototype === null;
}

/**
 * What the selector makes of a store's value; the component renders again only when that is another one, one level
 * deep. Of no store (`null`) it is `fallback`. The selector may be made anew in every render.
 */
export function useStore<T, S, F = S>(store: Store<T> | null, selector: (value: T) => S, fallback: F): S | F {
  const shown = useRef<{ readonly value: S | F } | null>(null);
  const read = useMemo(() => {
    let last: { readonly source: T; readonly selected: S | F } | null = null;
    return () => {
      if (!store) return fallback;
      const source = store.get();
      if (last && Object.is(last.source, source)) return last.selected;
      const fresh = selector(source);
      const before = last ? last.selected : shown.current?.value;
      const selected = before !== undefined && isSame(before, fresh) ? before : fresh;
      last = { source, selected };
      return selected;
    };
  }, [store, selector, fallback]);
  const subscribe = useMemo(() => (listener: () => void) => store?.subscribe(listener) ?? (() => undefined), [store]);
  const value = useSyncExternalStore(subscribe, read, () => fallback);
  useEffect(() => {
    shown.current = { value };
  });
  useDebugValue(value);
  return value;
}

/** The value of a store. */
export function useValue<T>(store: Store<T>): T {
  const subscribe = useCallback((listener: () => void) => store.subscribe(listener), [store]);
  const read = useCallback(() => store.get(), [store]);
  return useSyncExternalStore(subscribe, read, read);
}
