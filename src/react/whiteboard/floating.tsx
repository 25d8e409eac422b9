import { lateElement, useLate } from "../parts/late.js";
import { useValue } from "../use-store.js";
import type { Editor } from "./editor.js";
import { EXPORT_DIALOG, SHORTCUT_SHEET } from "./late-parts.js";
import { ContextMenu } from "./menus/context-menu.js";

export interface FloatingProps {
  readonly editor: Editor;
  /** The element that the board is drawn in. */
  readonly host: HTMLElement;
}

/** What comes over the board when it is asked for: its menu, and the dialogs that commands open. */
export function Floating({ editor, host }: FloatingProps) {
  const dialog = useValue(editor.dialog);
  const close = () => editor.dialog.set(null);
  const ExportDialog = useLate(EXPORT_DIALOG, dialog === "export");
  const ShortcutSheet = useLate(SHORTCUT_SHEET, dialog === "shortcuts");
  return (
    <>
      <ContextMenu editor={editor} host={host} />
      {dialog === "shortcuts" && lateElement(ShortcutSheet, { isOpen: true, onClose: close })}
      {dialog === "export" && lateElement(ExportDialog, { editor, onClose: close })}
    </>
  );
}
