import { pageMoved, pageNamed } from "../../../editing/page-place.js";
import type { PageId } from "../../../signal/ids.js";
import { runCommand } from "../commands/run-command.js";
import type { Editor } from "../editor.js";

/** Gives a page another name; an empty one changes nothing. */
export function renamePage({ client, board }: Editor, id: PageId, name: string): void {
  const trimmed = name.trim();
  if (trimmed !== "") client.send(pageNamed(board(), id, trimmed));
}

/** Moves a page to a place among all, 0 being the first. */
export function movePage({ client, board }: Editor, id: PageId, place: number): void {
  client.send(pageMoved(board(), id, place));
}

/** Shows a page and makes one like it behind it. */
export function copyPage(editor: Editor, id: PageId): void {
  editor.showPage(id);
  runCommand(editor, "duplicatePage");
}

/** Deletes a page, and says so with a way back. Not the last one: a board has a page. */
export function deletePage(editor: Editor, id: PageId): void {
  const { client, board, notice } = editor;
  const { pageDeleted, command } = editor.messages();
  const page = board().pages[id];
  if (!page || Object.keys(board().pages).length < 2) return;
  client.send([{ type: "page.remove", id }]);
  notice.set({ kind: "done", text: pageDeleted(page.name), action: { label: command.undo, run: () => client.undo() } });
}

/** Lets only admins change a page, or everyone again. */
export function lockPage({ client }: Editor, id: PageId, isLocked: boolean): void {
  client.send([{ type: "page.lock", id, isLocked }]);
}
