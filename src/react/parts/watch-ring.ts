import { listen } from "../../canvas/listen.js";
import { isTyping } from "../../canvas/typing.js";

const MODIFIERS: readonly string[] = ["Shift", "Control", "Alt", "Meta"];

/**
 * Keeps `data-ring` on the element while it has the focus of somebody who gets about by keys: since the tab key, or a key
 * on another control inside `root`, and until a press of the pointer. Not where an app gave the focus, nor for keys on the
 * element itself, which people with a mouse press as well. `:focus-visible` is no help: a browser has it for all that
 * scripts do before the first press of the pointer. Returns what ends it.
 */
export function watchRing(element: HTMLElement, root: Element): () => void {
  const { ownerDocument: page } = element;
  let isByKey = false;
  let hasFocus = page.activeElement === element;
  const show = (isShown: boolean) => element.toggleAttribute("data-ring", isShown);
  const press = ({ key, target }: KeyboardEvent) => {
    if (MODIFIERS.includes(key)) return;
    const isOnControl = target !== element && target instanceof Node && root.contains(target) && !isTyping(target);
    if (key === "Tab" || isOnControl) isByKey = true;
    if (key === "Tab" && hasFocus) show(true);
  };
  const point = () => {
    isByKey = false;
    show(false);
  };
  const ends = [
    listen(page, "keydown", press, { capture: true }),
    listen(page, "pointerdown", point, { capture: true }),
    listen(element, "focus", () => {
      // The window may have been left and come back to: then nothing has moved.
      if (!hasFocus) show(isByKey);
      hasFocus = true;
    }),
    listen(element, "blur", () => {
      hasFocus = page.activeElement === element;
      if (!hasFocus) show(false);
    }),
  ];
  return () => ends.forEach((end) => end());
}
