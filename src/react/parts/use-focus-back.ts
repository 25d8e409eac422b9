import { type RefObject, useLayoutEffect } from "react";
import { focusBoard } from "./focus-board.js";

/** Gives the focus to the board when the element goes with the focus in it, so that it is never lost to the page. */
export function useFocusBack(root: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = root.current;
    return () => {
      if (element?.contains(document.activeElement)) focusBoard(element);
    };
  }, [root]);
}
