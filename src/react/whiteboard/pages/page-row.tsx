import GripVertical from "lucide-react/icons/grip-vertical";
import LockKeyhole from "lucide-react/icons/lock-keyhole";
import { type KeyboardEvent, useRef, useState } from "react";
import type { Theme } from "../../../picture/palette.js";
import { useMessages } from "../../context.js";
import type { PageName } from "../../pages.js";
import { useBoard } from "../../use-board.js";
import type { Editor } from "../editor.js";
import { PageMenu } from "./page-menu.js";
import { PageNameField } from "./page-name-field.js";
import { PageThumbnail } from "./page-thumbnail.js";
import type { RowDrag } from "./use-row-drag.js";

export interface PageRowProps {
  readonly editor: Editor;
  readonly theme: Theme;
  readonly page: PageName;
  readonly index: number;
  readonly count: number;
  readonly isCurrent: boolean;
  readonly canEdit: boolean;
  readonly isAdmin: boolean;
  readonly drag: RowDrag;
  readonly onChoose: () => void;
  readonly onMove: (place: number) => void;
  readonly onDelete: () => void;
}

/** One page of the list. F2 or a double click renames it, Alt with an arrow moves it. */
export function PageRow(props: PageRowProps) {
  const { editor, theme, page, index, count, isCurrent, canEdit, isAdmin, drag, onChoose, onMove, onDelete } = props;
  const messages = useMessages();
  const [isRenaming, setRenaming] = useState(false);
  const isFocusDue = useRef(false);
  const isLocked = useBoard(editor.client, (board) => board.pages[page.id]?.isLocked ?? false) ?? false;

  const takeFocus = (choice: HTMLButtonElement | null) => {
    if (choice && isFocusDue.current) choice.focus();
    if (choice) isFocusDue.current = false;
  };
  const endRenaming = ({ isByKey }: { readonly isByKey: boolean }) => {
    isFocusDue.current = isByKey;
    setRenaming(false);
  };
  const press = (event: KeyboardEvent) => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (canEdit && event.altKey && step !== 0) onMove(index + step);
    else if (canEdit && event.key === "F2") setRenaming(true);
    else return;
    event.preventDefault();
  };
  return (
    <li className="inktape-page-row" data-current={isCurrent || undefined} {...drag.row}>
      <PageThumbnail editor={editor} page={page.id} theme={theme} />
      {isRenaming ? (
        <PageNameField editor={editor} page={page} onDone={endRenaming} />
      ) : (
        <button
          ref={takeFocus}
          type="button"
          className="inktape-page-choice"
          data-page={page.id}
          aria-label={messages.pageOf(page.name, index + 1, count)}
          aria-current={isCurrent ? "page" : undefined}
          aria-keyshortcuts={canEdit ? "F2 Alt+ArrowUp Alt+ArrowDown" : undefined}
          onClick={onChoose}
          onDoubleClick={() => canEdit && setRenaming(true)}
          onKeyDown={press}
        >
          <span>{page.name}</span>
          {isLocked && <LockKeyhole aria-label={messages.locked} />}
        </button>
      )}
      {canEdit && (
        <>
          <PageMenu
            editor={editor}
            page={page}
            index={index}
            count={count}
            isLocked={isLocked}
            isAdmin={isAdmin}
            onRename={() => setRenaming(true)}
            onMove={onMove}
            onDelete={onDelete}
          />
          {count > 1 && (
            <span className="inktape-grip" aria-hidden="true" {...drag.grip}>
              <GripVertical />
            </span>
          )}
        </>
      )}
    </li>
  );
}
