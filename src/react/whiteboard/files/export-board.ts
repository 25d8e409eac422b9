import type { Theme } from "../../../picture/palette.js";
import type { ShapeId } from "../../../signal/ids.js";
import { give } from "../clipboard/system-clipboard.js";
import type { Editor } from "../editor.js";
import type { ExportChoices } from "../export-choices.js";

/** A file that was made of a board. */
export interface Exported {
  readonly blob: Blob;
  /** How many of its pictures could not be had. */
  readonly missing: number;
}

/**
 * Makes a picture of the page that is shown, or of some of its shapes; of all pages as PDF. Rejects as `exportPng`,
 * `exportSvg` and `exportPdf` do.
 */
export async function exportBoard(
  editor: Editor,
  choices: ExportChoices,
  ids: readonly ShapeId[] | undefined,
): Promise<Exported> {
  let missing = 0;
  const look = {
    theme: themeOf(editor, choices),
    ...(!choices.hasBackground && { background: "transparent" }),
    shapes: editor.view.custom.definitions,
    assets: editor.client.assets,
    onMissing: (assets: readonly string[]) => (missing = assets.length),
  };
  const blob = await fileOf(editor, choices, look, ids);
  return { blob, missing };
}

/** Saves a picture as a file, and says so. Rejects as {@link exportBoard} does. */
export async function savePictureOf(
  editor: Editor,
  choices: ExportChoices,
  ids: readonly ShapeId[] | undefined,
): Promise<void> {
  await saveAs(editor, await exportBoard(editor, choices, ids), choices.format);
}

/** Puts a picture on the clipboard: SVG as text, for there most programs look for it. Rejects as {@link exportBoard} does. */
export async function copyPictureOf(
  editor: Editor,
  choices: ExportChoices,
  ids: readonly ShapeId[] | undefined,
): Promise<void> {
  const made = exportBoard(editor, choices, ids);
  const content = made.then(({ blob }) => (choices.format === "png" ? blob : new Blob([blob], { type: "text/plain" })));
  const isCopied = await give(editor, { [choices.format === "png" ? "image/png" : "text/plain"]: content });
  const { missing } = await made;
  const { copied, picturesMissing } = editor.messages().exchange;
  if (isCopied) editor.notice.set({ kind: "done", text: withMissing(copied, missing, picturesMissing) });
}

/** Has the browser save a file named as the room, and says so, with what is missing in it. */
export async function saveAs(editor: Editor, { blob, missing }: Exported, ending: string): Promise<void> {
  const { saveFile } = await import("./save.js");
  const name = `${editor.client.room}.${ending}`;
  saveFile(blob, name);
  const { saved, exchange } = editor.messages();
  editor.notice.set({ kind: "done", text: withMissing(saved(name), missing, exchange.picturesMissing) });
}

function withMissing(text: string, missing: number, sentence: (count: number) => string): string {
  return missing === 0 ? text : `${text} ${sentence(missing)}`;
}

/** The theme that was chosen; else for paper light, and for screens what is seen. */
export function themeOf(editor: Editor, { format, theme }: ExportChoices): Theme {
  return theme ?? (format === "pdf" ? "light" : editor.theme.get());
}

async function fileOf(
  { board, context }: Editor,
  { format, scale }: ExportChoices,
  look: object,
  ids: readonly ShapeId[] | undefined,
): Promise<Blob> {
  if (format === "pdf") {
    const { exportPdf } = await import("../../../canvas/out/pdf.js");
    return exportPdf(board(), look);
  }
  const { exportPng, exportSvg } = await import("../../../canvas/out/page-picture.js");
  if (format === "png") return exportPng(board(), context.page(), { ...look, ids, scale });
  return new Blob([await exportSvg(board(), context.page(), { ...look, ids })], { type: "image/svg+xml" });
}
