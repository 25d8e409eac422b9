import { useMemo, useSyncExternalStore } from "react";

/** Something that was opened, and how to let go of it. */
export interface Opened<T> {
  readonly value: T;
  readonly close: () => void;
}

/**
 * Holds something open for as long as the component is mounted: opened in an effect, closed when the component goes or
 * `open` becomes another function, so give it from `useCallback`. Null until then, so on a server always, and never
 * what an earlier `open` made.
 */
export function useResource<T>(open: () => Opened<T> | null): T | null {
  const resource = useMemo(() => {
    let value: T | null = null;
    return {
      read: () => value,
      subscribe(listener: () => void) {
        const opened = open();
        value = opened?.value ?? null;
        listener();
        return () => {
          value = null;
          opened?.close();
        };
      },
    };
  }, [open]);
  return useSyncExternalStore(resource.subscribe, resource.read, () => null);
}
