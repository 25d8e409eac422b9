import { preparePicture } from "../../../canvas/pictures/prepare-picture.js";
import { readExcalidraw } from "../../../document/excalidraw/read-excalidraw.js";
import { withAssets } from "../../../document/excalidraw/with-assets.js";
import type { PastePlace } from "../clipboard/paste-place.js";
import { putFragment } from "../clipboard/put-fragment.js";
import type { Editor } from "../editor.js";

/**
 * Puts what an Excalidraw file holds on the page that is shown, and says what could not be taken. Rejects with `bad-bytes`
 * for what is none, and when pictures cannot be put into the room at all.
 */
export async function putExcalidraw(editor: Editor, json: unknown, place: PastePlace): Promise<void> {
  const content = readExcalidraw(json);
  const { shapes, lost } = await withAssets(content, async (bytes) => {
    const prepared = await preparePicture(new Blob([bytes as Uint8Array<ArrayBuffer>]));
    return editor.client.assets.put(prepared.bytes);
  });
  putFragment(editor, shapes, place);
  const { elements, simplified } = content.notTaken;
  if (elements + lost + simplified > 0) {
    const { notTaken } = editor.messages().exchange;
    editor.notice.set({ kind: "failed", text: notTaken(elements, lost, simplified) });
  }
}
