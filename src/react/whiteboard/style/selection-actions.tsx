import type { ActionCommand } from "../../../canvas/keymap.js";
import { useMessages } from "../../context.js";
import type { Editor } from "../editor.js";
import { CommandButton } from "../menus/command-button.js";

const ORDER = ["bringToFront", "bringForward", "sendBackward", "sendToBack"] as const;
const ALIGN = [
  ...(["alignLeft", "alignCenter", "alignRight", "distributeHorizontally"] as const),
  ...(["alignTop", "alignMiddle", "alignBottom", "distributeVertically"] as const),
];
const GROUP = ["group", "ungroup", "flipHorizontally", "flipVertically"] as const;
const WHOLE = ["duplicate", "toggleLock", "delete"] as const;

export interface SelectionActionsProps {
  readonly editor: Editor;
  /** How many shapes are selected. */
  readonly count: number;
}

/** What can be done with what is selected: its order, and of several their places; as one, twice, locked, gone. */
export function SelectionActions({ editor, count }: SelectionActionsProps) {
  const messages = useMessages();
  return (
    <>
      <Actions label={messages.order} commands={ORDER} editor={editor} />
      {count > 1 && <Actions label={messages.alignShapes} commands={ALIGN} editor={editor} />}
      <Actions label={messages.groups} commands={GROUP} editor={editor} />
      <Actions label={messages.selection} commands={WHOLE} editor={editor} />
    </>
  );
}

interface ActionsProps {
  readonly label: string;
  readonly commands: readonly ActionCommand[];
  readonly editor: Editor;
}

function Actions({ label, commands, editor }: ActionsProps) {
  return (
    <div className="inktape-choices inktape-actions" role="group" aria-label={label}>
      {commands.map((command) => (
        <CommandButton key={command} editor={editor} command={command} />
      ))}
    </div>
  );
}
