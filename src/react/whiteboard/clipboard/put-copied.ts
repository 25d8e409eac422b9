import { assetsIn } from "../../../board/assets.js";
import { assetsFromJson, type DocumentAssets } from "../../../document/assets.js";
import { documentFromJson, fragmentFromJson } from "../../../document/board-json.js";
import type { Fragment } from "../../../editing/fragment.js";
import type { Editor } from "../editor.js";
import { bringPictures } from "../files/bring-pictures.js";
import { putDocument } from "../files/put-document.js";
import type { PastePlace } from "./paste-place.js";
import { putFragment } from "./put-fragment.js";

/** Puts shapes that were copied, with their pictures, on the page that is shown. Rejects with `bad-bytes` for what is none. */
export async function putCopied(editor: Editor, json: unknown, place: PastePlace): Promise<void> {
  await putShapes(editor, fragmentFromJson(json), assetsFromJson(json), place);
}

/** Adds the pages of a saved board. Rejects with `bad-bytes` for what is none. */
export async function putSaved(editor: Editor, json: unknown): Promise<void> {
  await putDocument(editor, documentFromJson(json), assetsFromJson(json));
}

/**
 * Puts what an SVG of ours was made of on the board: its shapes on the page that is shown, but as a page of its own what
 * has a paper. Resolves to whether there was anything: an SVG of another program is a picture.
 */
export async function putOwnSvg(editor: Editor, text: string, place: PastePlace): Promise<boolean> {
  const { documentInSvg } = await import("../../../canvas/out/svg-data.js");
  const content = documentInSvg(text);
  if (!content) return false;
  const { document, assets } = content;
  const [page, ...others] = document.pages;
  if (page?.paper || others.length > 0) await putDocument(editor, document, assets);
  else await putShapes(editor, page?.shapes ?? [], assets, place);
  return true;
}

async function putShapes(editor: Editor, shapes: Fragment, assets: DocumentAssets, place: PastePlace): Promise<void> {
  await bringPictures(editor, assetsIn(shapes), assets);
  putFragment(editor, shapes, place);
}
