import { pagesInOrder } from "../../../board/leaves.js";
import type { ActionCommand } from "../../../canvas/keymap.js";
import { pageCopy, pageMove } from "../../../editing/pages.js";
import { clearing } from "../../../editing/remove.js";
import { editable, shapesOnPage } from "../../../editing/selection.js";
import type { PageId } from "../../../signal/ids.js";
import type { Editor } from "../editor.js";
import { hasGrid, setPaper } from "../pages/set-paper.js";
import { perform, placingIn } from "./change.js";
import type { CommandSpec } from "./command.js";

/** What changes pages, or puts shapes on others. */
export const PAGING = {
  addPage: { isPossible: () => true, run: (editor) => editor.addPage(editor.messages().newPageName) },
  duplicatePage: { isPossible: () => true, run: (editor) => duplicatePage(editor, editor.context.page()) },
  clearPage: {
    isPossible: ({ board, context }) =>
      editable(
        board(),
        shapesOnPage(board(), context.page()).map(({ id }) => id),
      ).length > 0,
    run: (editor) => perform(editor, clearing(editor.board(), editor.context.page())),
  },
  removePage: {
    isPossible: ({ board }) => pagesInOrder(board()).length > 1,
    run: (editor) => perform(editor, [{ type: "page.remove", id: editor.context.page() }]),
  },
  toggleGrid: {
    isPossible: () => true,
    run(editor) {
      const page = editor.context.page();
      setPaper(editor, page, { pattern: hasGrid(editor.board(), page) ? "plain" : "grid" });
    },
  },
} satisfies { readonly [C in ActionCommand]?: CommandSpec };

/** Makes a copy of a page behind it, and shows that. */
export function duplicatePage(editor: Editor, page: PageId): void {
  const id = editor.client.newPageId();
  const name = editor.messages().pageCopyName(editor.board().pages[page]?.name ?? "");
  perform(editor, pageCopy(editor.board(), page, { id, name }, placingIn(editor, 0, 0)));
  if (editor.board().pages[id]) editor.showPage(id);
}

/** Moves the selected shapes to another page, which is then shown with them selected. */
export function moveToPage(editor: Editor, page: PageId): void {
  const ids = editor.selection.get();
  perform(editor, pageMove(editor.board(), ids, page));
  editor.showPage(page);
  editor.context.setSelection(editable(editor.board(), ids).map(({ id }) => id));
}
