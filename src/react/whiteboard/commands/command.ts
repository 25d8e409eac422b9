import type { Editor } from "../editor.js";

/** What a command does, and when it can. */
export interface CommandSpec {
  /** True for what those may do as well who can only look: it changes nothing on the board. */
  readonly isView?: true;
  /** Whether there is anything to do now, as far as the board, the selection and the choices say. */
  isPossible(editor: Editor): boolean;
  /** Does it: one step of undo at most. Only when it is possible. */
  run(editor: Editor): void;
}
