import type { ActionCommand } from "../../../canvas/keymap.js";
import { boardToJson } from "../../../document/board-json.js";
import { isInktapeError } from "../../../signal/errors.js";
import { copiedText, cutText, removeCut } from "../clipboard/copied.js";
import { paste } from "../clipboard/paste.js";
import { give, take } from "../clipboard/system-clipboard.js";
import { pastePlace } from "../clipboard/paste-place.js";
import type { Editor } from "../editor.js";
import type { CommandSpec } from "./command.js";

const SAVED = "application/json";

/** What goes to other programs and comes from them. */
export const EXCHANGING = {
  copy: view(copy, ({ selection }) => selection.get().length > 0),
  cut: { isPossible: (editor) => cutText(editor) !== null, run: (editor) => void cut(editor) },
  paste: { isPossible: () => true, run: (editor) => void pasteFrom(editor, false) },
  pasteInPlace: { isPossible: () => true, run: (editor) => void pasteFrom(editor, true) },
  copyPng: view(async (editor) => give(editor, { "image/png": picture(editor, selected(editor)) })),
  copySvg: view(async (editor) => {
    const { exportSvg } = await import("../../../canvas/out/page-picture.js");
    await give(editor, { "text/plain": await exportSvg(editor.board(), editor.context.page(), selected(editor)) });
  }),
  exportPng: view(async (editor) => save(editor, await picture(editor, selected(editor)), "png")),
  exportSvg: view(async (editor) => {
    const { exportSvg } = await import("../../../canvas/out/page-picture.js");
    const svg = await exportSvg(editor.board(), editor.context.page(), selected(editor));
    await save(editor, new Blob([svg], { type: "image/svg+xml" }), "svg");
  }),
  exportPdf: view(async (editor) => {
    const { exportPdf } = await import("../../../canvas/out/pdf.js");
    await save(editor, await exportPdf(editor.board()), "pdf");
  }),
  exportJson: view(async (editor) => {
    await save(editor, new Blob([JSON.stringify(boardToJson(editor.board()))], { type: SAVED }), "inktape.json");
  }),
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
  const text = copiedText(editor);
  return text !== null && give(editor, { "text/plain": text });
}

async function cut(editor: Editor): Promise<void> {
  const text = cutText(editor);
  if (text !== null && (await give(editor, { "text/plain": text }))) removeCut(editor);
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
  const isText = /\.(json|excalidraw)$/i.test(file.name);
  const pasted = { text: isText ? await file.text() : "", files: isText ? [] : [file] };
  const wasPut = await paste(editor, pasted, isText ? "inPlace" : pastePlace(editor));
  if (!wasPut) editor.notice.set({ kind: "failed", text: editor.messages().importFailed(file.name) });
}

/** What is selected; the whole page when nothing is. */
function selected({ selection }: Editor) {
  const ids = selection.get();
  return ids.length > 0 ? { ids } : {};
}

async function picture(editor: Editor, what: ReturnType<typeof selected>): Promise<Blob> {
  const { exportPng } = await import("../../../canvas/out/page-picture.js");
  return exportPng(editor.board(), editor.context.page(), what);
}

async function save({ client, notice, messages }: Editor, content: Blob, ending: string): Promise<void> {
  const { saveFile } = await import("../files/save.js");
  const name = `${client.room}.${ending}`;
  saveFile(content, name);
  notice.set({ kind: "done", text: messages().saved(name) });
}
