import { isLocked } from "../../board/rights.js";
import type { Editor } from "./editor.js";

/** Whether this person may change the page that is shown. */
export function mayEdit({ client, isReadOnly, board, context }: Editor): boolean {
  if (isReadOnly.get()) return false;
  return client.self.get()?.role === "admin" || !isLocked(board(), context.page());
}

/** The same for what somebody brings to the board: where it may not be put, a sentence says why. */
export function mayPut(editor: Editor): boolean {
  if (mayEdit(editor)) return true;
  const { readOnlyHint, refused } = editor.messages();
  const isReader = editor.client.self.get()?.role === "reader";
  const text = editor.isReadOnly.get() ? readOnlyHint[isReader ? "role" : "app"] : refused.locked;
  editor.notice.set({ kind: "failed", text });
  return false;
}
