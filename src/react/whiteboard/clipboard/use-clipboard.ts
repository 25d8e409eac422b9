import { type RefObject, useEffect } from "react";
import { watchAttention } from "../../meant-for.js";
import { canRun } from "../commands/run-command.js";
import type { Editor } from "../editor.js";
import { mayPut } from "../may-edit.js";
import { CLIPBOARD_MEDIA_TYPE, type CopiedText, copiedText, cutText, removeCut } from "./copied.js";
import { pastePlace } from "./paste-place.js";
import { paste } from "./paste.js";
import { giveLater } from "./system-clipboard.js";

/**
 * Copies, cuts and pastes when the browser says so, which needs nobody's permission: by keys, its menu or its Edit menu.
 * Shift while pasting is "in place".
 */
export function useClipboard(root: RefObject<HTMLElement | null>, editor: Editor | null, isOn: boolean): void {
  useEffect(() => {
    if (!editor || !isOn) return undefined;
    const attention = watchAttention(() => root.current);
    let isShiftHeld = false;
    const noteShift = ({ shiftKey }: KeyboardEvent) => (isShiftHeld = shiftKey);
    const isMeant = (event: ClipboardEvent) =>
      !event.defaultPrevented && attention.isHere() && (document.getSelection()?.isCollapsed ?? true);

    const give = (event: ClipboardEvent, copied: CopiedText | null) => {
      if (copied === null || !event.clipboardData) return false;
      event.clipboardData.setData(CLIPBOARD_MEDIA_TYPE, copied.text);
      event.clipboardData.setData("text/plain", copied.text);
      event.preventDefault();
      // An event has to be answered at once, and pictures take their time.
      if (copied.withPictures) void giveLater(copied.withPictures());
      return true;
    };
    const onCopy = (event: ClipboardEvent) => {
      if (isMeant(event) && canRun(editor, "copy")) give(event, copiedText(editor));
    };
    const onCut = (event: ClipboardEvent) => {
      if (isMeant(event) && canRun(editor, "cut") && give(event, cutText(editor))) removeCut(editor);
    };
    const onPaste = (event: ClipboardEvent) => {
      const data = event.clipboardData;
      if (!data || !isMeant(event)) return;
      event.preventDefault();
      if (!mayPut(editor) || !canRun(editor, "paste")) return;
      const text = data.getData(CLIPBOARD_MEDIA_TYPE) || data.getData("text/plain");
      void paste(editor, { text, files: [...data.files] }, isShiftHeld ? "inPlace" : pastePlace(editor));
    };
    document.addEventListener("keydown", noteShift, true);
    document.addEventListener("keyup", noteShift, true);
    document.addEventListener("copy", onCopy);
    document.addEventListener("cut", onCut);
    document.addEventListener("paste", onPaste);
    return () => {
      attention.stop();
      document.removeEventListener("keydown", noteShift, true);
      document.removeEventListener("keyup", noteShift, true);
      document.removeEventListener("copy", onCopy);
      document.removeEventListener("cut", onCut);
      document.removeEventListener("paste", onPaste);
    };
  }, [root, editor, isOn]);
}
