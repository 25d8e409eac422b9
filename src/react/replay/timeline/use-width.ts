import { useCallback, useSyncExternalStore } from "react";

/** The width of an element in whole CSS pixels, as it is now; 0 while there is none. */
export function useWidth(element: HTMLElement | null): number {
  const subscribe = useCallback(
    (listener: () => void) => {
      if (!element) return () => undefined;
      const observer = new ResizeObserver(listener);
      observer.observe(element);
      return () => observer.disconnect();
    },
    [element],
  );
  return useSyncExternalStore(
    subscribe,
    () => element?.clientWidth ?? 0,
    () => 0,
  );
}
