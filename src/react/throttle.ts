import type { Clock } from "../clock/clock.js";
import type { Store } from "../store/store.js";

/**
 * A store's value, told at most once in `everyMs`: the first change at once, and what came since when the time is over,
 * so that the last value is never missed. Costs nothing while nobody watches.
 */
export function throttled<T>(store: Store<T>, everyMs: number, clock: Clock): Store<T> {
  const listeners = new Set<() => void>();
  let shown = store.get();
  let isResting = false;
  let rest = () => {};
  let unfollow = () => {};

  const show = () => {
    const value = store.get();
    if (Object.is(value, shown)) return;
    shown = value;
    isResting = true;
    rest = clock.after(everyMs, () => {
      isResting = false;
      show();
    });
    for (const listener of listeners) listener();
  };
  return {
    get() {
      if (listeners.size === 0) shown = store.get();
      return shown;
    },
    subscribe(listener) {
      const own = () => listener();
      if (listeners.size === 0) unfollow = store.subscribe(() => (isResting ? undefined : show()));
      listeners.add(own);
      return () => {
        listeners.delete(own);
        if (listeners.size > 0) return;
        unfollow();
        rest();
        isResting = false;
      };
    },
  };
}
