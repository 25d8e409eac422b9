import { shapeAt } from "../../../board/leaves.js";
import type { ActionCommand } from "../../../canvas/keymap.js";
import type { ToolName } from "../../../canvas/tool.js";
import { isPlaceable, placeInMiddle } from "../../../canvas/place-shape.js";
import { outwards } from "../../../canvas/transform/groups.js";
import { duplicates } from "../../../editing/duplicate.js";
import { adding } from "../../../editing/fragment.js";
import { removal } from "../../../editing/remove.js";
import { editable, shapesOnPage } from "../../../editing/selection.js";
import { lookOf, restyling } from "../../../editing/style.js";
import type { Shape } from "../../../signal/shape.js";
import type { Editor } from "../editor.js";
import { styleKeysInForce } from "../style-in-force.js";
import { changing, perform, placingIn, selectMade } from "./change.js";
import type { CommandSpec } from "./command.js";

/** How far a copy lies from what it is a copy of, in board units. */
const OFFSET = 16;
/** What a text can be typed into. */
const EDITABLE_KINDS = /^(text|note|frame|rectangle|ellipse|diamond|triangle|star|line|arrow)$/;

/** What changes what there is, what is selected or what is in hand. */
export const CHANGING = {
  undo: { isPossible: ({ client }) => client.history.get().canUndo, run: ({ client }) => client.undo() },
  redo: { isPossible: ({ client }) => client.history.get().canRedo, run: ({ client }) => client.redo() },
  cancel: {
    isView: true,
    isPossible: ({ selection }) => selection.get().length > 0,
    run: ({ context, board, selection }) => context.setSelection(outwards(board(), selection.get())),
  },
  selectAll: { isPossible: () => true, run: selectAll },
  delete: changing(1, (board, ids) => removal(board, ids)),
  duplicate: { ...changing(1, () => []), run: duplicate },
  edit: {
    isPossible: (editor) => EDITABLE_KINDS.test(onlySelected(editor)?.kind ?? ""),
    run: (editor) => {
      const shape = onlySelected(editor);
      if (shape) editor.context.editText({ id: shape.id });
    },
  },
  place: {
    isPossible: ({ choices }) => isPlaceable(choices.tool.get()),
    run: ({ choices, context }) => placeInMiddle(choices.tool.get() as ToolName, context),
  },
  goToStyle: { isPossible: () => true, run: (editor) => editor.goToStyle() },
  goToColor: {
    isPossible: (editor) => styleKeysInForce(editor).includes("color"),
    run: (editor) => editor.goToStyle("color"),
  },
  goToFill: {
    isPossible: (editor) => styleKeysInForce(editor).includes("fill"),
    run: (editor) => editor.goToStyle("fill"),
  },
  copyStyle: {
    isView: true,
    isPossible: (editor) => firstSelected(editor) !== undefined,
    run: (editor) => {
      const shape = firstSelected(editor);
      if (shape) editor.choices.copiedLook.set(lookOf(shape));
    },
  },
  pasteStyle: {
    isPossible: ({ board, selection, choices }) =>
      choices.copiedLook.get() !== null && editable(board(), selection.get()).length > 0,
    run: (editor) => {
      const look = editor.choices.copiedLook.get();
      if (look) perform(editor, restyling(editor.board(), editor.selection.get(), look));
    },
  },
  toggleSnapping: { isPossible: () => true, run: ({ choices }) => choices.isSnapping.set(!choices.isSnapping.get()) },
  keepTool: { isPossible: () => true, run: ({ choices }) => choices.isToolKept.set(!choices.isToolKept.get()) },
} satisfies { readonly [C in ActionCommand]?: CommandSpec };

function selectAll(editor: Editor): void {
  const ids = shapesOnPage(editor.board(), editor.context.page()).map(({ id }) => id);
  selectMade(
    editor,
    editable(editor.board(), ids).map(({ id }) => id),
  );
}

function duplicate(editor: Editor): void {
  const shapes = duplicates(editor.board(), editor.selection.get(), placingIn(editor, OFFSET, OFFSET));
  perform(editor, adding(shapes));
  selectMade(
    editor,
    shapes.map(({ id }) => id),
  );
}

function firstSelected({ board, selection }: Editor): Shape | undefined {
  const [id] = selection.get();
  return id === undefined ? undefined : shapeAt(board(), id);
}

function onlySelected(editor: Editor): Shape | undefined {
  const shapes = editable(editor.board(), editor.selection.get());
  return shapes.length === 1 ? shapes[0] : undefined;
}
