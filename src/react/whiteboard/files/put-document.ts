import { documentFromJson } from "../../../document/board-json.js";
import { addDocument } from "../../../document/document.js";
import { perform, placingIn } from "../commands/change.js";
import type { Editor } from "../editor.js";

/** Adds the pages of a saved board, and shows the first of them. Throws `bad-bytes` for what is none. */
export function putDocument(editor: Editor, json: unknown): void {
  const made: ReturnType<typeof editor.client.newPageId>[] = [];
  const newPageId = () => {
    const id = editor.client.newPageId();
    made.push(id);
    return id;
  };
  perform(editor, addDocument(editor.board(), documentFromJson(json), { ...placingIn(editor, 0, 0), newPageId }));
  const [first] = made;
  if (first !== undefined && editor.board().pages[first]) editor.showPage(first);
  else editor.view.zoomToFit();
}
