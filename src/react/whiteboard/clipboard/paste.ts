import type { Point } from "../../../board/point.js";
import { CLIPBOARD_TYPE, DOCUMENT_TYPE } from "../../../document/board-json.js";
import { isObject } from "../../../document/json-values.js";
import { isInktapeError } from "../../../signal/errors.js";
import { perform } from "../commands/change.js";
import type { Editor } from "../editor.js";
import type { PastePlace } from "./paste-place.js";

/** What comes from a clipboard, or is dropped. */
export interface Pasted {
  readonly text: string;
  readonly files: readonly File[];
}

const SVG = /^\s*(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*)*<svg[\s>]/i;

/** Files that hold text which a board reads. */
const TEXT_FILE = /\.(json|excalidraw|svg)$/i;

/**
 * Puts on the board what was copied: parts of boards (ours or Excalidraw's), SVG that was saved from a board, pictures,
 * other SVG as a picture, or text. Says in a notice why, when that cannot be. Resolves to whether there was anything to
 * put.
 */
export async function paste(editor: Editor, { text, files }: Pasted, place: PastePlace): Promise<boolean> {
  try {
    if (await putText(editor, text, place)) return true;
    if (files.length > 0) return await pasteFiles(editor, files, place);
    if (SVG.test(text)) {
      return putPictures(editor, [new File([text], "picture.svg", { type: "image/svg+xml" })], place);
    }
    if (text.trim() === "") return false;
    pasteText(editor, text, pointOf(editor, place));
    return true;
  } catch (error) {
    if (!isInktapeError(error)) throw error;
    editor.notice.set({ kind: "failed", text: editor.messages().pasteFailed(error.message) });
    return true;
  }
}

/** Puts files on the board as {@link paste} does. */
async function pasteFiles(editor: Editor, files: readonly File[], place: PastePlace): Promise<boolean> {
  const pictures: File[] = [];
  for (const file of files) {
    const isText = TEXT_FILE.test(file.name) || file.type === "image/svg+xml";
    if (!isText || !(await putText(editor, await file.text(), place))) pictures.push(file);
  }
  return pictures.length < files.length && pictures.length === 0 ? true : putPictures(editor, pictures, place);
}

/** Puts what a text says that was made by a board; false for any other text. */
async function putText(editor: Editor, text: string, place: PastePlace): Promise<boolean> {
  if (SVG.test(text)) return (await import("./put-copied.js")).putOwnSvg(editor, text, place);
  const json = jsonOf(text);
  switch (json?.type) {
    case CLIPBOARD_TYPE:
      await (await import("./put-copied.js")).putCopied(editor, json, place);
      return true;
    case DOCUMENT_TYPE:
      await (await import("./put-copied.js")).putSaved(editor, json);
      return true;
    case "excalidraw":
    case "excalidraw/clipboard":
      await (await import("../files/put-excalidraw.js")).putExcalidraw(editor, json, place);
      return true;
    default:
      return false;
  }
}

/** The board point that something pasted is put around. */
export function pointOf(editor: Editor, place: PastePlace): Point {
  if (place !== "inPlace") return place;
  const { width, height } = editor.view.size.get();
  return editor.view.toBoard({ x: width / 2, y: height / 2 });
}

function putPictures(editor: Editor, files: readonly File[], place: PastePlace): boolean {
  if (!editor.pasteFiles) return false;
  editor.pasteFiles(files, pointOf(editor, place));
  return true;
}

function pasteText(editor: Editor, text: string, { x, y }: Point): void {
  const { context } = editor;
  const { color, size, fontSize, font, align, opacity } = context.style();
  const id = context.newShapeId();
  const lines = text.replace(/\r\n?/g, "\n").replace(/\t/g, "    ").trimEnd();
  const place = { page: context.page(), order: context.topOrder(), x: Math.round(x), y: Math.round(y) };
  const look = { color, size, fontSize, font, align, opacity };
  perform(editor, [{ type: "shape.add", shape: { kind: "text", id, ...place, ...look, text: lines } }]);
  editor.choices.tool.set("select");
  context.setSelection([id]);
}

function jsonOf(text: string): { readonly [key: string]: unknown } | null {
  if (!text.trimStart().startsWith("{")) return null;
  try {
    const value = JSON.parse(text) as unknown;
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
