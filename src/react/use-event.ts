import { useCallback, useInsertionEffect, useRef } from "react";

/**
 * A function that stays the same and does what the newest given one does: for effects and listeners that should not
 * start anew with every render. Not to be called while rendering.
 */
export function useEvent<A extends unknown[], R>(newest: (...args: A) => R): (...args: A) => R {
  const latest = useRef(newest);
  useInsertionEffect(() => {
    latest.current = newest;
  });
  return useCallback((...args: A) => latest.current(...args), []);
}
