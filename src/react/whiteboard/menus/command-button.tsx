import { type ActionCommand, keysOf } from "../../../canvas/keymap.js";
import { useMessages } from "../../context.js";
import { Button, type ButtonProps } from "../../parts/button.js";
import { useLate } from "../../parts/late.js";
import { runCommand } from "../commands/run-command.js";
import type { Editor } from "../editor.js";
import { COMMAND_ICONS } from "../late-parts.js";
import { useCanRun } from "./use-can-run.js";

export interface CommandButtonProps extends Omit<ButtonProps, "label" | "icon"> {
  readonly editor: Editor;
  readonly command: ActionCommand;
}

/** A button that does what a command does, and is disabled while that is not possible. */
export function CommandButton({ editor, command, ...rest }: CommandButtonProps) {
  const messages = useMessages();
  const isPossible = useCanRun(editor, command);
  const icons = useLate(COMMAND_ICONS);
  return (
    <Button
      label={messages.command[command]}
      keys={keysOf(command)}
      icon={icons?.[command]}
      isDisabled={!isPossible}
      onClick={() => runCommand(editor, command)}
      {...rest}
    />
  );
}
