import { assetsIn } from "../../../board/assets.js";
import { gatherAssets, type DocumentAssets } from "../../../document/assets.js";
import { fragmentToJson } from "../../../document/board-json.js";
import { fragmentOf, type Fragment } from "../../../editing/fragment.js";
import { editable } from "../../../editing/selection.js";
import { removal } from "../../../editing/remove.js";
import { perform } from "../commands/change.js";
import type { Editor } from "../editor.js";

/** The kind of data under which a browser keeps what is copied from a board, for other boards. */
export const CLIPBOARD_MEDIA_TYPE = "application/x-inktape+json";

/** What is copied or cut, as the text that boards are copied as. */
export interface CopiedText {
  /** Without pictures: rooms that have them show them. */
  readonly text: string;
  /** The same with its pictures, for all rooms, once they were read; null for what has none. */
  readonly withPictures: (() => Promise<string>) | null;
}

/** What is selected; null when nothing is. */
export function copiedText({ board, selection, client }: Editor): CopiedText | null {
  return textOf(fragmentOf(board(), selection.get()), client.assets);
}

/** The same of what can be cut, for what is locked stays. */
export function cutText({ board, selection, client }: Editor): CopiedText | null {
  const ids = editable(board(), selection.get()).map(({ id }) => id);
  return textOf(fragmentOf(board(), ids), client.assets);
}

/** Takes out what was cut. */
export function removeCut(editor: Editor): void {
  perform(editor, removal(editor.board(), editor.selection.get()));
  editor.context.setSelection([]);
}

function textOf(fragment: Fragment, assets: Editor["client"]["assets"]): CopiedText | null {
  if (fragment.length === 0) return null;
  const write = (found?: DocumentAssets) => JSON.stringify(fragmentToJson(fragment, found));
  const names = assetsIn(fragment);
  const withPictures = async () => write((await gatherAssets(assets, names)).found);
  return { text: write(), withPictures: names.size > 0 ? withPictures : null };
}
