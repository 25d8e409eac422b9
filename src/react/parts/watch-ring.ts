import { listen } from "../../canvas/listen.js";
import { isTyping } from "../../canvas/typing.js";

const MODIFIERS: readonly string[] = ["Shift", "Control", "Alt", "Meta"];

/**
 * Keeps `data-ring` on the element while it has the focus by keys: by the tab key, or given back by what was used with
 * keys inside `root`. Not where an app or a press put it, nor after somebody has typed. `:focus-visible` is no help: a
 * browser has it for all that scripts do before the first press of a pointer. Returns what ends it.
 */
export function watchRing(element: HTMLElement, root: Element): () => void {
  const { ownerDocument: page } = element;
  let isByKey = false;
  let hasFocus = page.activeElement === element;
  const show = (isShown: boolean) => element.toggleAttribute("data-ring", isShown);
  const press = ({ key, target }: KeyboardEvent) => {
    if (MODIFIERS.includes(key)) return;
    const isInside = target instanceof Node && root.contains(target) && !isTyping(target);
    isByKey = key === "Tab" || isInside;
  };
  const ends = [
    listen(page, "keydown", press, { capture: true }),
    listen(page, "pointerdown", () => (isByKey = false), { capture: true }),
    listen(element, "pointerdown", () => show(false)),
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
