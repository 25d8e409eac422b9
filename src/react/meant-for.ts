const TYPING = "input, textarea, select, [contenteditable]:not([contenteditable='false'])";

/** Tells whether keys and the clipboard are meant for a component. */
export interface Attention {
  /** True while the focus is inside it, or nowhere while the pointer was last used in it. Never while someone types. */
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
      return element.contains(focused) && !focused.matches(TYPING);
    },
    stop: () => document.removeEventListener("pointerdown", point, true),
  };
}
