import { type ActionCommand, keysOf } from "../../../canvas/keymap.js";
import { useMessages } from "../../context.js";
import { MenuItem } from "../../parts/menu.js";
import { canRun, runCommand } from "../commands/run-command.js";
import type { Editor } from "../editor.js";
import { COMMAND_ICONS } from "./command-icons.js";

export interface CommandItemProps {
  readonly editor: Editor;
  readonly command: ActionCommand;
  readonly isDangerous?: boolean;
  /** Leaves it out while it is not possible, in place of showing it disabled. */
  readonly isOptional?: boolean;
}

/** A command in a menu. What is possible is looked up when the menu opens. */
export function CommandItem({ editor, command, isDangerous = false, isOptional = false }: CommandItemProps) {
  const messages = useMessages();
  const isPossible = canRun(editor, command);
  if (isOptional && !isPossible) return null;
  return (
    <MenuItem
      label={messages.command[command]}
      icon={COMMAND_ICONS[command]}
      keys={keysOf(command)}
      isDisabled={!isPossible}
      isDangerous={isDangerous}
      onChoose={() => runCommand(editor, command)}
    />
  );
}
