/** What has a use of its own for keys. */
const OWN_KEYS = '[role="dialog"], [role="menu"]';
const TYPING = "input, textarea, select, [contenteditable]:not([contenteditable='false'])";

/** Tells whether keys and the clipboard are meant for a component. */
export interface Attention {
  /** True while the focus is inside it, or nowhere while the pointer was last used in it. Never while someone types, or is in a dialog or menu. */
  isHere(): boolean;
  stop(): void;
}

/** Watches where the pointer is used and where the focus is. */
export function watchAttention(root: () => HTMLElement | null): Attention {
  let isPointed = false;
  const point = (event: PointerEvent) => {
    isPointed = event.target instanceof Node && (root()?.contains(event.target) ?? false);
  };
  document.addEventListener("pointerdown", point, true);
  return {
    isHere() {
      const element = root();
      if (!element) return false;
      const focused = document.activeElement;
      if (!focused || focused === document.body) return isPointed;
      return element.contains(focused) && !focused.matches(TYPING) && !focused.closest(OWN_KEYS);
    },
    stop: () => document.removeEventListener("pointerdown", point, true),
  };
}
