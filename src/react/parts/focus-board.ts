/** Gives the focus to the board that an element is over, so that it is never lost to the page. */
export function focusBoard(over: Element): void {
  over.closest(".inktape")?.querySelector<HTMLElement>(".inktape-canvas")?.focus({ preventScroll: true });
}

/** Gives the focus to the style that is shown over a board: the part of it that the tab key stops at. */
export function focusStyle(board: Element): void {
  const style = board.closest(".inktape")?.querySelector(".inktape-style");
  style?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
}
