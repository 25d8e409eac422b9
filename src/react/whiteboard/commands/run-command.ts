import type { Command } from "../../../canvas/keymap.js";
import { isInktapeError } from "../../../signal/errors.js";
import type { Editor } from "../editor.js";
import { mayEdit } from "../may-edit.js";
import { COMMANDS } from "./all-commands.js";

/** Does what a key, a menu or a button asks for. False when that is not possible, so that a key keeps its other meaning. */
export function runCommand(editor: Editor, command: Command): boolean {
  if (!canRun(editor, command)) return false;
  try {
    COMMANDS[command].run(editor);
  } catch (error) {
    if (!isInktapeError(error)) throw error;
    editor.notice.set({ kind: "failed", text: editor.messages().commandFailed(error.message) });
  }
  return true;
}

/** Whether a command would do anything now: there is something to do, and this person may do it. */
export function canRun(editor: Editor, command: Command): boolean {
  const spec = COMMANDS[command];
  return (spec.isView === true || mayEdit(editor)) && spec.isPossible(editor);
}
