import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import Copy from "lucide-react/icons/copy";
import Ellipsis from "lucide-react/icons/ellipsis";
import LockKeyhole from "lucide-react/icons/lock-keyhole";
import Pencil from "lucide-react/icons/pencil";
import Trash2 from "lucide-react/icons/trash-2";
import { useRef } from "react";
import { useMessages } from "../../context.js";
import type { PageName } from "../../pages.js";
import { Button } from "../../parts/button.js";
import { Menu, MenuCheck, MenuDivider, MenuItem } from "../../parts/menu.js";
import type { Editor } from "../editor.js";
import { copyPage, lockPage } from "./page-actions.js";

export interface PageMenuProps {
  readonly editor: Editor;
  readonly page: PageName;
  readonly index: number;
  readonly count: number;
  readonly isLocked: boolean;
  readonly isAdmin: boolean;
  readonly onRename: () => void;
  readonly onMove: (place: number) => void;
  readonly onDelete: () => void;
}

/** What can be done with a page. */
export function PageMenu({ editor, page, index, count, isLocked, isAdmin, onRename, onMove, onDelete }: PageMenuProps) {
  const messages = useMessages();
  const isRenaming = useRef(false);
  const rename = () => {
    isRenaming.current = true;
    onRename();
  };
  // The field takes the focus; it must not go back to the button.
  const keepFocus = isRenaming.current ? { onReturn: () => void (isRenaming.current = false) } : {};
  return (
    <Menu
      align="end"
      trigger={<Button label={messages.pageMenu(page.name)} icon={<Ellipsis />} className="inktape-page-menu" />}
      {...keepFocus}
    >
      <MenuItem label={messages.renamePage} icon={<Pencil />} keys="F2" onChoose={rename} />
      <MenuItem label={messages.command.duplicatePage} icon={<Copy />} onChoose={() => copyPage(editor, page.id)} />
      <MenuItem
        label={messages.movePageUp}
        icon={<ArrowUp />}
        keys="Alt+ArrowUp"
        isDisabled={index === 0}
        onChoose={() => onMove(index - 1)}
      />
      <MenuItem
        label={messages.movePageDown}
        icon={<ArrowDown />}
        keys="Alt+ArrowDown"
        isDisabled={index === count - 1}
        onChoose={() => onMove(index + 1)}
      />
      {isAdmin && (
        <MenuCheck
          label={messages.lockPage}
          icon={<LockKeyhole />}
          isChecked={isLocked}
          onChange={(next) => lockPage(editor, page.id, next)}
        />
      )}
      <MenuDivider />
      <MenuItem
        label={messages.command.removePage}
        icon={<Trash2 />}
        isDangerous
        isDisabled={count < 2}
        onChoose={onDelete}
      />
    </Menu>
  );
}
