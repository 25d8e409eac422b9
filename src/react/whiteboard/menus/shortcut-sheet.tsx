import type { ActionCommand, Command, ToolCommand } from "../../../canvas/keymap.js";
import { COMMAND_KEYS, keysOf } from "../../../canvas/keymap.js";
import type { ToolName } from "../../../canvas/tool.js";
import { useMessages } from "../../context.js";
import type { Messages } from "../../messages/messages.js";
import { Dialog } from "../../parts/dialog.js";
import { allKeyNames, isMacLike } from "../../parts/key-names.js";

/** The parts of the sheet, with the commands of each; every command that has keys is in one of them. */
const GROUPS = {
  tools: (command: Command) => command.startsWith("tool.") || command === "place" || command === "keepTool",
  view: (command: Command) => /^(zoom|nextPage|previousPage|showShortcuts|toggle(Grid|Snapping|Zen))/.test(command),
  arrange: (command: Command) => /^(align|distribute|flip|bring|send|nudge|group|ungroup|toggleLock)/.test(command),
  edit: () => true,
} as const;
type GroupName = keyof typeof GROUPS;

export interface ShortcutSheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** All commands that have keys, with their keys. */
export function ShortcutSheet({ isOpen, onClose }: ShortcutSheetProps) {
  const messages = useMessages();
  const groups = grouped(Object.keys(COMMAND_KEYS) as Command[]);
  return (
    <Dialog title={messages.command.showShortcuts} isOpen={isOpen} onClose={onClose} className="inktape-sheet">
      <div className="inktape-sheet-parts" tabIndex={0} role="group" aria-label={messages.command.showShortcuts}>
        {groups.map(([group, commands]) => (
          <section key={group}>
            <h3>{messages.shortcutGroup[group]}</h3>
            <dl>
              {commands.map((command) => (
                <div key={command}>
                  <dt>{nameOf(command, messages)}</dt>
                  <dd>
                    {allKeyNames(keysOf(command), isMacLike()).map((keys) => (
                      <kbd key={keys}>{keys}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

/** What a command is called: a tool by its own name. */
function nameOf(command: Command, messages: Messages): string {
  return isTool(command) ? messages.tool[command.slice("tool.".length) as ToolName] : messages.command[command];
}

function isTool(command: ToolCommand | ActionCommand): command is ToolCommand {
  return command.startsWith("tool.");
}

function grouped(commands: readonly Command[]): readonly (readonly [GroupName, readonly Command[]])[] {
  const names = Object.keys(GROUPS) as GroupName[];
  const groupOf = (command: Command) => names.find((name) => GROUPS[name](command));
  return names.map((name) => [name, commands.filter((command) => groupOf(command) === name)] as const);
}
