import { useMessages } from "../../context.js";
import { Menu } from "../../parts/menu.js";
import type { Editor } from "../editor.js";
import { ContextMenuItems } from "./context-menu-items.js";
import type { MenuPlace } from "./menu-requests.js";

export interface BoardMenuProps {
  readonly editor: Editor;
  /** The element that the board is drawn in. */
  readonly host: HTMLElement;
  /** CSS pixels from the top left of the component; null while the menu is closed. */
  readonly place: MenuPlace | null;
  readonly onClose: () => void;
}

/** What can be done at a place of the board. */
export function BoardMenu({ editor, host, place, onClose }: BoardMenuProps) {
  const messages = useMessages();
  const at = place ?? { x: 0, y: 0 };
  return (
    <Menu
      key={`${at.x} ${at.y}`}
      label={messages.boardMenu}
      isOpen={place !== null}
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      onReturn={() => host.focus({ preventScroll: true })}
      trigger={
        <button
          type="button"
          tabIndex={-1}
          className="inktape-menu-place"
          style={{ left: at.x, top: at.y }}
          aria-hidden="true"
        />
      }
    >
      <ContextMenuItems editor={editor} />
    </Menu>
  );
}
