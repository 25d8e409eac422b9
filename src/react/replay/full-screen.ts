import { type RefObject, useSyncExternalStore } from "react";

/** Showing one element on the whole screen. */
export interface FullScreen {
  readonly isPossible: boolean;
  readonly isOn: boolean;
  toggle(): void;
}

function subscribe(listener: () => void): () => void {
  document.addEventListener("fullscreenchange", listener);
  return () => document.removeEventListener("fullscreenchange", listener);
}

/** Lets an element take the whole screen, where the browser allows it. */
export function useFullScreen(root: RefObject<HTMLElement | null>): FullScreen {
  const isOn = useSyncExternalStore(
    subscribe,
    () => root.current !== null && document.fullscreenElement === root.current,
    () => false,
  );
  const isPossible = useSyncExternalStore(
    subscribe,
    () => document.fullscreenEnabled,
    () => false,
  );
  return {
    isPossible,
    isOn,
    toggle() {
      // A browser may refuse at any time; the page then simply stays as it is.
      const asked = document.fullscreenElement ? document.exitFullscreen() : root.current?.requestFullscreen();
      asked?.catch(() => undefined);
    },
  };
}
