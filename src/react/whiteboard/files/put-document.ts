import { assetsIn } from "../../../board/assets.js";
import type { DocumentAssets } from "../../../document/assets.js";
import { addDocument, type BoardDocument } from "../../../document/document.js";
import { perform, placingIn } from "../commands/change.js";
import type { Editor } from "../editor.js";
import { bringPictures } from "./bring-pictures.js";

/** Adds the pages of a document with their pictures, and shows the first of them. Rejects as `bringPictures` does. */
export async function putDocument(editor: Editor, document: BoardDocument, assets: DocumentAssets): Promise<void> {
  const { pages } = document;
  const used = assetsIn(
    pages.flatMap(({ shapes }) => shapes),
    pages.map(({ paper }) => paper),
  );
  await bringPictures(editor, used, assets);
  const made: ReturnType<typeof editor.client.newPageId>[] = [];
  const newPageId = () => {
    const id = editor.client.newPageId();
    made.push(id);
    return id;
  };
  perform(editor, addDocument(editor.board(), document, { ...placingIn(editor, 0, 0), newPageId }));
  const [first] = made;
  if (first !== undefined && editor.board().pages[first]) editor.showPage(first);
  else editor.view.zoomToFit();
}
