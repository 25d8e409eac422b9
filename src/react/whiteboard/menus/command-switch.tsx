import type { ReactNode } from "react";
import { type ActionCommand, keysOf } from "../../../canvas/keymap.js";
import { useMessages } from "../../context.js";
import { MenuCheck } from "../../parts/menu.js";
import { canRun, runCommand } from "../commands/run-command.js";
import type { Editor } from "../editor.js";

export interface CommandSwitchProps {
  readonly editor: Editor;
  /** One that turns something on and off. */
  readonly command: ActionCommand;
  readonly icon: ReactNode;
  readonly isOn: boolean;
}

/** A command in a menu that turns something on and off. What is possible is looked up when the menu opens. */
export function CommandSwitch({ editor, command, icon, isOn }: CommandSwitchProps) {
  const messages = useMessages();
  return (
    <MenuCheck
      label={messages.command[command]}
      icon={icon}
      keys={keysOf(command)}
      isDisabled={!canRun(editor, command)}
      isChecked={isOn}
      onChange={() => runCommand(editor, command)}
    />
  );
}
