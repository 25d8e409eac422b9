/** Gives the focus to the board that an element is over, so that it is never lost to the page. */
export function focusBoard(over: Element): void {
  over.closest(".inktape")?.querySelector<HTMLElement>(".inktape-canvas")?.focus({ preventScroll: true });
}

/** A part of the style that can be gone to by itself. */
export type StylePart = "color" | "fill";

const STYLE_PARTS: Readonly<Record<StylePart, string>> = { color: ".inktape-colors", fill: ".inktape-style-row" };

/**
 * Gives the focus to the style that is shown over a board: to the part of it that the tab key stops at, or to what is
 * chosen of a part. False when that is not shown.
 */
export function focusStyle(board: Element, part?: StylePart): boolean {
  const style = board.closest(".inktape")?.querySelector(".inktape-style");
  const within = part === undefined ? style : style?.querySelector(STYLE_PARTS[part]);
  const isWanted = part === undefined ? '[tabindex="0"]' : '[aria-checked="true"]';
  const control = within?.querySelector<HTMLElement>(isWanted) ?? within?.querySelector<HTMLElement>("button");
  control?.focus();
  return control !== undefined && control !== null;
}
