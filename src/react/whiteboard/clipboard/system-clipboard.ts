import type { Editor } from "../editor.js";
import type { Pasted } from "./paste.js";

/** Puts a text that takes its time in the place of what was just copied, where the browser lets it. */
export async function giveLater(text: Promise<string>): Promise<void> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": textBlob(text) })]);
  } catch {
    // What was copied at once stays.
  }
}

/** A text as a clipboard takes it that has to be waited for. */
export async function textBlob(text: Promise<string>): Promise<Blob> {
  return new Blob([await text], { type: "text/plain" });
}

/** Puts something on the system's clipboard; says so when the browser does not let it. True when it was put. */
export async function give(editor: Editor, items: Readonly<Record<string, string | Promise<Blob>>>): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem(items)]);
    return true;
  } catch {
    editor.notice.set({ kind: "failed", text: editor.messages().copyRefused });
    return false;
  }
}

/** Takes what is on the system's clipboard; says so when the browser does not let it. */
export async function take(editor: Editor): Promise<Pasted | null> {
  try {
    const items = await navigator.clipboard.read();
    const blobs = await Promise.all(items.flatMap((item) => item.types.map((type) => item.getType(type))));
    const text = blobs.find(({ type }) => type === "text/plain");
    const files = blobs
      .filter(({ type }) => type.startsWith("image/"))
      .map((blob) => new File([blob], "picture", { type: blob.type }));
    return { text: text ? await text.text() : "", files };
  } catch {
    editor.notice.set({ kind: "failed", text: editor.messages().pasteRefused });
    return null;
  }
}
