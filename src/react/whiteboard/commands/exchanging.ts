import { assetsIn } from "../../../board/assets.js";
import { pagesInOrder, shapesOf } from "../../../board/leaves.js";
import type { ActionCommand } from "../../../canvas/keymap.js";
import { gatherAssets } from "../../../document/assets.js";
import { boardToJson } from "../../../document/board-json.js";
import { isInktapeError } from "../../../signal/errors.js";
import { copiedText, type CopiedText, cutText, removeCut } from "../clipboard/copied.js";
import { paste } from "../clipboard/paste.js";
import { give, take, textBlob } from "../clipboard/system-clipboard.js";
import { pastePlace } from "../clipboard/paste-place.js";
import type { Editor } from "../editor.js";
import type { ExportFormat } from "../export-choices.js";
import type { CommandSpec } from "./command.js";

const SAVED = "application/json";

/** What goes to other programs and comes from them. */
export const EXCHANGING = {
  copy: view(copy, ({ selection }) => selection.get().length > 0),
  cut: { isPossible: (editor) => cutText(editor) !== null, run: (editor) => void cut(editor) },
  paste: { isPossible: () => true, run: (editor) => void pasteFrom(editor, false) },
  pasteInPlace: { isPossible: () => true, run: (editor) => void pasteFrom(editor, true) },
  copyPng: view((editor) => copyPicture(editor, "png")),
  copySvg: view((editor) => copyPicture(editor, "svg")),
  exportAs: { isView: true, isPossible: () => true, run: ({ dialog }) => dialog.set("export") },
  exportPng: view((editor) => savePicture(editor, "png")),
  exportSvg: view((editor) => savePicture(editor, "svg")),
  exportPdf: view((editor) => savePicture(editor, "pdf")),
  exportJson: view(saveBoard),
  importFile: { isPossible: () => true, run: (editor) => void openFile(editor) },
} satisfies { readonly [C in ActionCommand]?: CommandSpec };

/** Something that changes nothing on the board and takes its time; says in a notice why, when it cannot be done. */
function view(
  act: (editor: Editor) => Promise<unknown>,
  isPossible: (editor: Editor) => boolean = () => true,
): CommandSpec {
  return { isView: true, isPossible, run: (editor) => void told(editor, act(editor)) };
}

async function told(editor: Editor, done: Promise<unknown>): Promise<void> {
  try {
    await done;
  } catch (error) {
    const reason = isInktapeError(error) ? error.message : String(error);
    editor.notice.set({ kind: "failed", text: editor.messages().exportFailed(reason) });
  }
}

async function copy(editor: Editor): Promise<boolean> {
  const copied = copiedText(editor);
  return copied !== null && give(editor, itemsOf(copied));
}

async function cut(editor: Editor): Promise<void> {
  const copied = cutText(editor);
  if (copied !== null && (await give(editor, itemsOf(copied)))) removeCut(editor);
}

function itemsOf({ text, withPictures }: CopiedText) {
  return { "text/plain": withPictures ? textBlob(withPictures()) : text };
}

async function pasteFrom(editor: Editor, isInPlace: boolean): Promise<void> {
  const pasted = await take(editor);
  if (!pasted) return;
  const wasPut = await paste(editor, pasted, isInPlace ? "inPlace" : pastePlace(editor));
  if (!wasPut) editor.notice.set({ kind: "failed", text: editor.messages().nothingToPaste });
}

async function openFile(editor: Editor): Promise<void> {
  const { chooseFile } = await import("../files/save.js");
  const file = await chooseFile(".json,.excalidraw,.inktape.json,image/*,application/pdf");
  if (!file) return;
  const wasPut = await paste(editor, { text: "", files: [file] }, "inPlace");
  if (!wasPut) editor.notice.set({ kind: "failed", text: editor.messages().importFailed(file.name) });
}

/** Saves what is selected, or else the page, as was chosen last. */
async function savePicture(editor: Editor, format: ExportFormat): Promise<void> {
  const { savePictureOf } = await import("../files/export-board.js");
  await savePictureOf(editor, { ...editor.choices.exporting.get(), format }, selected(editor));
}

async function copyPicture(editor: Editor, format: Exclude<ExportFormat, "pdf">): Promise<void> {
  const { copyPictureOf } = await import("../files/export-board.js");
  await copyPictureOf(editor, { ...editor.choices.exporting.get(), format }, selected(editor));
}

/** What is selected; undefined, for the whole page, when nothing is. */
function selected({ selection }: Editor) {
  const ids = selection.get();
  return ids.length > 0 ? ids : undefined;
}

async function saveBoard(editor: Editor): Promise<void> {
  const { saveAs } = await import("../files/export-board.js");
  const board = editor.board();
  const papers = pagesInOrder(board).map(({ paper }) => paper);
  const { found, missing } = await gatherAssets(editor.client.assets, assetsIn(shapesOf(board), papers));
  const blob = new Blob([JSON.stringify(boardToJson(board, found))], { type: SAVED });
  await saveAs(editor, { blob, missing: missing.length }, "inktape.json");
}
