import { lazy, Suspense } from "react";
import { useValue } from "../use-store.js";
import type { Editor } from "./editor.js";
import { ContextMenu } from "./menus/context-menu.js";

const ShortcutSheet = lazy(async () => ({ default: (await import("./menus/shortcut-sheet.js")).ShortcutSheet }));
const ExportDialog = lazy(async () => ({ default: (await import("./files/export-dialog.js")).ExportDialog }));

export interface FloatingProps {
  readonly editor: Editor;
  /** The element that the board is drawn in. */
  readonly host: HTMLElement;
}

/** What comes over the board when it is asked for: its menu, and the dialogs that commands open. */
export function Floating({ editor, host }: FloatingProps) {
  const dialog = useValue(editor.dialog);
  const close = () => editor.dialog.set(null);
  return (
    <>
      <ContextMenu editor={editor} host={host} />
      <Suspense>
        {dialog === "shortcuts" && <ShortcutSheet isOpen onClose={close} />}
        {dialog === "export" && <ExportDialog editor={editor} onClose={close} />}
      </Suspense>
    </>
  );
}
