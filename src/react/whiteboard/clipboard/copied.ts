import { fragmentToJson } from "../../../document/board-json.js";
import { fragmentOf } from "../../../editing/fragment.js";
import { editable } from "../../../editing/selection.js";
import { removal } from "../../../editing/remove.js";
import { perform } from "../commands/change.js";
import type { Editor } from "../editor.js";

/** The kind of data under which a browser keeps what is copied from a board, for other boards. */
export const CLIPBOARD_MEDIA_TYPE = "application/x-inktape+json";

/** What is selected, as the text that boards are copied as; null when nothing is. */
export function copiedText({ board, selection }: Editor): string | null {
  const fragment = fragmentOf(board(), selection.get());
  return fragment.length > 0 ? JSON.stringify(fragmentToJson(fragment)) : null;
}

/** The same of what can be cut, for what is locked stays. */
export function cutText(editor: Editor): string | null {
  const shapes = editable(editor.board(), editor.selection.get());
  const fragment = fragmentOf(
    editor.board(),
    shapes.map(({ id }) => id),
  );
  return fragment.length > 0 ? JSON.stringify(fragmentToJson(fragment)) : null;
}

/** Takes out what was cut. */
export function removeCut(editor: Editor): void {
  perform(editor, removal(editor.board(), editor.selection.get()));
  editor.context.setSelection([]);
}
