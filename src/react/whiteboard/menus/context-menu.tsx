import { useEffect, useState } from "react";
import { useMessages } from "../../context.js";
import { Menu } from "../../parts/menu.js";
import { useSurface } from "../../parts/surface.js";
import type { Editor } from "../editor.js";
import { ContextMenuItems } from "./context-menu-items.js";
import { watchMenuRequests } from "./menu-requests.js";

export interface ContextMenuProps {
  readonly editor: Editor;
  /** The element that the board is drawn in. */
  readonly host: HTMLElement;
}

interface Opened {
  /** CSS pixels from the top left of the component. */
  readonly x: number;
  readonly y: number;
}

/** What can be done at a place of the board: at a right click, a long press of a finger or the menu key. */
export function ContextMenu({ editor, host }: ContextMenuProps) {
  const messages = useMessages();
  const { element } = useSurface();
  const [opened, setOpened] = useState<Opened | null>(null);

  useEffect(
    () =>
      watchMenuRequests(host, (place) => {
        if (!element) return;
        const { left, top } = element.getBoundingClientRect();
        setOpened({ x: place.x - left, y: place.y - top });
      }),
    [host, element],
  );
  const at = opened ?? { x: 0, y: 0 };
  return (
    <Menu
      key={`${at.x} ${at.y}`}
      label={messages.boardMenu}
      isOpen={opened !== null}
      onOpenChange={(isOpen) => (isOpen ? undefined : setOpened(null))}
      onReturn={() => host.focus({ preventScroll: true })}
      trigger={<span className="inktape-menu-place" style={{ left: at.x, top: at.y }} aria-hidden="true" />}
    >
      <ContextMenuItems editor={editor} />
    </Menu>
  );
}
