import type { Clock } from "../../../clock/clock.js";
import type { Store } from "../../../store/store.js";

/** Calls back again and again while a list has something in it; runs no timer otherwise. Returns what ends it. */
export function every(clock: Clock, ms: number, list: Store<readonly unknown[]>, callback: () => void): () => void {
  let cancel: (() => void) | null = null;
  const again = () => {
    if (cancel !== null || list.get().length === 0) return;
    cancel = clock.after(ms, () => {
      cancel = null;
      callback();
      again();
    });
  };
  const unfollow = list.subscribe(again);
  again();
  return () => {
    unfollow();
    cancel?.();
  };
}
