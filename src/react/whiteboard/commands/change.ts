import type { Board } from "../../../board/board.js";
import { editable } from "../../../editing/selection.js";
import type { Placing } from "../../../editing/fragment.js";
import type { ShapeId } from "../../../signal/ids.js";
import type { Signal } from "../../../signal/signal.js";
import type { Editor } from "../editor.js";
import type { CommandSpec } from "./command.js";

/** Does something as one step of undo. */
export function perform({ context }: Editor, signals: readonly Signal[]): void {
  if (signals.length === 0) return;
  const end = context.gesture();
  try {
    context.send(signals);
  } finally {
    end();
  }
}

/** A command that changes the selected shapes, when at least so many of them are not locked. */
export function changing(
  least: number,
  signalsOf: (board: Board, ids: readonly ShapeId[], editor: Editor) => readonly Signal[],
): CommandSpec {
  return {
    isPossible: ({ board, selection }) => editable(board(), selection.get()).length >= least,
    run: (editor) => perform(editor, signalsOf(editor.board(), editor.selection.get(), editor)),
  };
}

/** Where copies come on the page that is shown, so far from where they were. */
export function placingIn({ context, board }: Editor, dx: number, dy: number): Placing {
  const page = context.page();
  return {
    page,
    dx,
    dy,
    top: board().pages[page]?.top ?? null,
    newId: () => context.newShapeId(),
    newGroup: () => context.newSeed().toString(36),
  };
}

/** Selects what was just made, ready to be moved. */
export function selectMade({ choices, context }: Editor, ids: readonly ShapeId[]): void {
  choices.tool.set("select");
  context.setSelection(ids);
}
