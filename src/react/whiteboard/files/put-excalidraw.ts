import { readExcalidraw } from "../../../document/excalidraw/read-excalidraw.js";
import { notA } from "../../../document/file-error.js";
import type { Fragment } from "../../../editing/fragment.js";
import type { Shape } from "../../../signal/shape.js";
import type { PastePlace } from "../clipboard/paste-place.js";
import { putFragment } from "../clipboard/put-fragment.js";
import type { Editor } from "../editor.js";

/** Puts what an Excalidraw file holds on the page that is shown. Throws `bad-bytes` for what is none. */
export async function putExcalidraw(editor: Editor, json: unknown, place: PastePlace): Promise<void> {
  const { shapes, files } = readExcalidraw(json);
  putFragment(editor, await withAssets(editor, shapes, files), place);
}

/** The shapes with their images put into the room; without those whose file is not there, or cannot be put. */
async function withAssets(editor: Editor, shapes: Fragment, files: ReadonlyMap<string, string>): Promise<Fragment> {
  const kept = await Promise.all(
    shapes.map(async (shape): Promise<readonly Shape[]> => {
      if (shape.kind !== "image") return [shape];
      const file = files.get(shape.asset as string);
      if (file === undefined || !editor.putAsset) return [];
      return [{ ...shape, asset: await editor.putAsset(bytesOf(file)) }];
    }),
  );
  return kept.flat();
}

/** The bytes of a `data:` address, which Excalidraw always writes in base64. */
function bytesOf(address: string): Uint8Array {
  try {
    return Uint8Array.from(atob(address.slice(address.indexOf(",") + 1)), (letter) => letter.charCodeAt(0));
  } catch (cause) {
    throw notA("is no picture in base64", "files", cause);
  }
}
