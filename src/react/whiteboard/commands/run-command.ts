import { isLocked } from "../../../board/rights.js";
import type { Command } from "../../../canvas/keymap.js";
import type { Editor } from "../editor.js";
import { COMMANDS } from "./all-commands.js";

/** Does what a key, a menu or a button asks for. False when that is not possible, so that a key keeps its other meaning. */
export function runCommand(editor: Editor, command: Command): boolean {
  if (!canRun(editor, command)) return false;
  COMMANDS[command].run(editor);
  return true;
}

/** Whether a command would do anything now: there is something to do, and this person may do it. */
export function canRun(editor: Editor, command: Command): boolean {
  const spec = COMMANDS[command];
  return (spec.isView === true || mayEdit(editor)) && spec.isPossible(editor);
}

function mayEdit({ client, isReadOnly, board, context }: Editor): boolean {
  if (isReadOnly.get()) return false;
  return client.self.get()?.role === "admin" || !isLocked(board(), context.page());
}
