import type { LateControlPart } from "../../parts/late-control.js";
import { Menu } from "../../parts/menu.js";
import type { Editor } from "../editor.js";
import { CommandItem } from "./command-item.js";

/** Where the view can go, over a button. */
export function ZoomMenu({ editor, trigger }: { readonly editor: Editor } & LateControlPart) {
  return (
    <Menu side="top" align="center" trigger={trigger}>
      <CommandItem editor={editor} command="zoomReset" />
      <CommandItem editor={editor} command="zoomToFit" />
      <CommandItem editor={editor} command="zoomToSelection" />
    </Menu>
  );
}
