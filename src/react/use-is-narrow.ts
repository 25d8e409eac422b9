import { useCallback, useSyncExternalStore } from "react";

/** Whether an element is narrower than so many CSS pixels; false while there is none. */
export function useIsNarrow(element: HTMLElement | null, below: number): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      if (!element) return () => undefined;
      const observer = new ResizeObserver(listener);
      observer.observe(element);
      return () => observer.disconnect();
    },
    [element],
  );
  const read = useCallback(() => element !== null && element.clientWidth < below, [element, below]);
  return useSyncExternalStore(subscribe, read, () => false);
}
