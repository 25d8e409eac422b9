import { type KeyboardEvent, useEffect, useRef } from "react";
import type { Theme } from "../../../picture/palette.js";
import type { PageId } from "../../../signal/ids.js";
import { useMessages } from "../../context.js";
import type { PageName } from "../../pages.js";
import { useStore, useValue } from "../../use-store.js";
import type { Editor } from "../editor.js";
import { deletePage, movePage } from "./page-actions.js";
import { PageRow } from "./page-row.js";
import { PaperChoices } from "./paper-choices.js";
import { useRowDrag } from "./use-row-drag.js";

export interface PagePanelProps {
  readonly editor: Editor;
  readonly theme: Theme;
  readonly pages: readonly PageName[];
  readonly isReadOnly: boolean;
  /** Called when a page was chosen. */
  readonly onDone: () => void;
}

/** All pages with their pictures, to choose, rename, put in order, copy and delete, and the paper of the one shown. */
export function PagePanel({ editor, theme, pages, isReadOnly, onDone }: PagePanelProps) {
  const messages = useMessages();
  const current = useValue(editor.view.page);
  const isAdmin = useStore(editor.client.self, (self) => self?.role === "admin", false);
  const list = useRef<HTMLOListElement>(null);
  // The panel is loaded when it is opened, so that nothing in it had the focus when the popover looked for it.
  useEffect(() => list.current?.querySelector<HTMLElement>("[aria-current]")?.focus(), []);
  const drag = useRowDrag(list, (from, to) => {
    const page = pages[from];
    if (page) movePage(editor, page.id, to);
  });
  const choose = (id: PageId) => {
    editor.showPage(id);
    onDone();
  };
  const focusRow = (id: PageId) => list.current?.querySelector<HTMLElement>(`[data-page="${CSS.escape(id)}"]`)?.focus();
  const move = (id: PageId, place: number) => {
    movePage(editor, id, place);
    focusRow(id);
  };
  // The menu that a page was deleted by goes with its row, and the focus with both: it is for the row beside it.
  const heir = useRef<PageId | null>(null);
  useEffect(() => {
    if (heir.current === null) return;
    focusRow(heir.current);
    heir.current = null;
  }, [pages]);
  const remove = (id: PageId, index: number) => {
    heir.current = (pages[index + 1] ?? pages[index - 1])?.id ?? null;
    deletePage(editor, id);
  };
  return (
    <>
      <ol ref={list} className="inktape-page-list" aria-label={messages.pages} onKeyDown={walk}>
        {pages.map((page, index) => (
          <PageRow
            key={page.id}
            editor={editor}
            theme={theme}
            page={page}
            index={index}
            count={pages.length}
            isCurrent={page.id === current}
            canEdit={!isReadOnly}
            isAdmin={isAdmin}
            drag={drag.of(index)}
            onChoose={() => choose(page.id)}
            onMove={(place) => move(page.id, place)}
            onDelete={() => remove(page.id, index)}
          />
        ))}
      </ol>
      {!isReadOnly && <PaperChoices editor={editor} theme={theme} page={current} />}
    </>
  );
}

/** Up and down go from page to page, Home and End to the ends. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const pages = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-page]")];
  const index = pages.findIndex((page) => page === document.activeElement);
  if (index < 0 || event.altKey) return;
  const targets: Readonly<Record<string, number>> = {
    ArrowUp: index - 1,
    ArrowDown: index + 1,
    Home: 0,
    End: pages.length - 1,
  };
  const target = pages[targets[event.key] ?? -1];
  if (!target) return;
  event.preventDefault();
  target.focus();
}
