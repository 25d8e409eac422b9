import { useEffect, useState } from "react";
import { lateElement, useLate } from "../../parts/late.js";
import { useSurface } from "../../parts/surface.js";
import type { Editor } from "../editor.js";
import { BOARD_MENU } from "../late-parts.js";
import { type MenuPlace, watchMenuRequests } from "./menu-requests.js";

export interface ContextMenuProps {
  readonly editor: Editor;
  /** The element that the board is drawn in. */
  readonly host: HTMLElement;
}

/** What can be done at a place of the board: at a right click, a long press of a finger or the menu key. */
export function ContextMenu({ editor, host }: ContextMenuProps) {
  const { element } = useSurface();
  const [place, setPlace] = useState<MenuPlace | null>(null);
  const BoardMenu = useLate(BOARD_MENU, place);

  useEffect(
    () =>
      watchMenuRequests(host, ({ x, y }) => {
        if (!element) return;
        const { left, top } = element.getBoundingClientRect();
        setPlace({ x: x - left, y: y - top });
      }),
    [host, element],
  );
  return lateElement(BoardMenu, { editor, host, place, onClose: () => setPlace(null) });
}
