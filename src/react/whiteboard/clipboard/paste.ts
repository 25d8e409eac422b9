import type { Point } from "../../../board/point.js";
import { CLIPBOARD_TYPE, DOCUMENT_TYPE, fragmentFromJson } from "../../../document/board-json.js";
import { isObject } from "../../../document/json-values.js";
import { isInktapeError } from "../../../signal/errors.js";
import { perform } from "../commands/change.js";
import type { Editor } from "../editor.js";
import type { PastePlace } from "./paste-place.js";
import { putFragment } from "./put-fragment.js";

/** What comes from a clipboard, or is dropped. */
export interface Pasted {
  readonly text: string;
  readonly files: readonly File[];
}

const SVG = /^\s*(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*)*<svg[\s>]/i;

/**
 * Puts on the board what was copied: parts of boards (ours or Excalidraw's), pictures, SVG, or text. Says in a notice
 * why, when that cannot be. Resolves to whether there was anything to put.
 */
export async function paste(editor: Editor, { text, files }: Pasted, place: PastePlace): Promise<boolean> {
  try {
    const json = jsonOf(text);
    if (json?.type === CLIPBOARD_TYPE) {
      putFragment(editor, fragmentFromJson(json), place);
    } else if (json?.type === "excalidraw/clipboard" || json?.type === "excalidraw") {
      const { putExcalidraw } = await import("../files/put-excalidraw.js");
      await putExcalidraw(editor, json, place);
    } else if (json?.type === DOCUMENT_TYPE) {
      const { putDocument } = await import("../files/put-document.js");
      putDocument(editor, json);
    } else if (files.length > 0) return pasteFiles(editor, files, place);
    else if (SVG.test(text)) {
      return pasteFiles(editor, [new File([text], "picture.svg", { type: "image/svg+xml" })], place);
    } else if (text.trim() !== "") pasteText(editor, text, pointOf(editor, place));
    else return false;
    return true;
  } catch (error) {
    if (!isInktapeError(error)) throw error;
    editor.notice.set({ kind: "failed", text: editor.messages().pasteFailed(error.message) });
    return true;
  }
}

/** The board point that something pasted is put around. */
export function pointOf(editor: Editor, place: PastePlace): Point {
  if (place !== "inPlace") return place;
  const { width, height } = editor.view.size.get();
  return editor.view.toBoard({ x: width / 2, y: height / 2 });
}

function pasteFiles(editor: Editor, files: readonly File[], place: PastePlace): boolean {
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
