import { pagesInOrder } from "../../../board/leaves.js";
import type { ActionCommand } from "../../../canvas/keymap.js";
import { editable, shapesOnPage } from "../../../editing/selection.js";
import type { Editor } from "../editor.js";
import type { CommandSpec } from "./command.js";

/** What changes what is there, what is selected or what is in hand. */
export const CHANGING = {
  undo: { isPossible: ({ client }) => client.history.get().canUndo, run: ({ client }) => client.undo() },
  redo: { isPossible: ({ client }) => client.history.get().canRedo, run: ({ client }) => client.redo() },
  cancel: {
    isView: true,
    isPossible: ({ selection }) => selection.get().length > 0,
    run: ({ context }) => context.setSelection([]),
  },
  selectAll: { isPossible: () => true, run: selectAll },
  delete: {
    isPossible: ({ board, selection }) => editable(board(), selection.get()).length > 0,
    run: remove,
  },
  keepTool: { isPossible: () => true, run: ({ choices }) => choices.isToolKept.set(!choices.isToolKept.get()) },
  addPage: { isPossible: () => true, run: (editor) => editor.addPage(editor.messages().newPageName) },
  removePage: {
    isPossible: ({ board }) => pagesInOrder(board()).length > 1,
    run: ({ client, context }) => client.send([{ type: "page.remove", id: context.page() }]),
  },
} satisfies { readonly [C in ActionCommand]?: CommandSpec };

function selectAll({ board, choices, context }: Editor): void {
  const ids = shapesOnPage(board(), context.page()).map(({ id }) => id);
  choices.tool.set("select");
  context.setSelection(editable(board(), ids).map(({ id }) => id));
}

function remove({ board, client, selection, context }: Editor): void {
  client.send([{ type: "shapes.remove", ids: editable(board(), selection.get()).map(({ id }) => id) }]);
  context.setSelection([]);
}
