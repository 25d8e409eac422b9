import { type RefObject, useEffect } from "react";
import { useEvent } from "./use-event.js";

/** What has a use of its own for keys. */
const OWN_KEYS = '[role="dialog"], [role="menu"]';
const TYPING = "input, textarea, select, [contenteditable]:not([contenteditable='false'])";

/**
 * Listens for keys that are meant for a component: the focus is inside it, or nowhere while the pointer was last used
 * in it. Never while someone types. A key that was taken (`true`) does nothing else.
 */
export function useKeys(root: RefObject<HTMLElement | null>, onKey: (event: KeyboardEvent) => boolean): void {
  const take = useEvent(onKey);
  useEffect(() => {
    let isPointed = false;
    const point = (event: PointerEvent) => {
      isPointed = event.target instanceof Node && (root.current?.contains(event.target) ?? false);
    };
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || !root.current) return;
      const focused = document.activeElement;
      const isNowhere = !focused || focused === document.body;
      if (isNowhere ? !isPointed : !root.current.contains(focused)) return;
      if (!isNowhere && (focused.matches(TYPING) || focused.closest(OWN_KEYS))) return;
      if (take(event)) event.preventDefault();
    };
    document.addEventListener("pointerdown", point, true);
    document.addEventListener("keydown", press);
    return () => {
      document.removeEventListener("pointerdown", point, true);
      document.removeEventListener("keydown", press);
    };
  }, [root, take]);
}
