import { useValue } from "../use-store.js";
import type { Editor } from "./editor.js";
import { ContextMenu } from "./menus/context-menu.js";
import { ShortcutSheet } from "./menus/shortcut-sheet.js";

export interface FloatingProps {
  readonly editor: Editor;
  /** The element that the board is drawn in. */
  readonly host: HTMLElement;
}

/** What comes over the board when it is asked for: its menu, and the dialogs that commands open. */
export function Floating({ editor, host }: FloatingProps) {
  const dialog = useValue(editor.dialog);
  return (
    <>
      <ContextMenu editor={editor} host={host} />
      <ShortcutSheet isOpen={dialog === "shortcuts"} onClose={() => editor.dialog.set(null)} />
    </>
  );
}
