import type { ActionCommand } from "../../../canvas/keymap.js";
import { alignment, type Edge } from "../../../editing/align.js";
import { distribution, type Axis } from "../../../editing/distribute.js";
import { flipping } from "../../../editing/flip.js";
import { canGroup, grouping, ungrouping } from "../../../editing/groups.js";
import { lockToggling, unlocking } from "../../../editing/lock.js";
import { nudge } from "../../../editing/nudge.js";
import { reordering, type OrderChange } from "../../../editing/order.js";
import { propOf } from "../../../signal/optional.js";
import { shapesAt, shapesOnPage } from "../../../editing/selection.js";
import { changing, perform } from "./change.js";
import type { CommandSpec } from "./command.js";

/** How far an arrow key moves shapes, and how far with shift: board units, on ruled paper steps of its grid. */
const STEP = { plain: 1, ruled: 1 };
const FAR = { plain: 10, ruled: 5 };

/** What changes where selected shapes are, beside, above and among others. */
export const ARRANGING = {
  alignLeft: align("left"),
  alignCenter: align("center"),
  alignRight: align("right"),
  alignTop: align("top"),
  alignMiddle: align("middle"),
  alignBottom: align("bottom"),
  distributeHorizontally: distribute("x"),
  distributeVertically: distribute("y"),
  flipHorizontally: flip("x"),
  flipVertically: flip("y"),
  bringToFront: reorder("front"),
  bringForward: reorder("forward"),
  sendBackward: reorder("backward"),
  sendToBack: reorder("back"),
  nudgeLeft: move(-1, 0, STEP),
  nudgeRight: move(1, 0, STEP),
  nudgeUp: move(0, -1, STEP),
  nudgeDown: move(0, 1, STEP),
  nudgeLeftFar: move(-1, 0, FAR),
  nudgeRightFar: move(1, 0, FAR),
  nudgeUpFar: move(0, -1, FAR),
  nudgeDownFar: move(0, 1, FAR),
  group: {
    isPossible: ({ board, selection }) => canGroup(board(), selection.get()),
    run: (editor) => {
      const name = editor.context.newSeed().toString(36);
      perform(editor, grouping(editor.board(), editor.selection.get(), name));
    },
  },
  ungroup: {
    isPossible: ({ board, selection }) => ungrouping(board(), selection.get()).length > 0,
    run: (editor) => perform(editor, ungrouping(editor.board(), editor.selection.get())),
  },
  toggleLock: {
    isPossible: ({ board, selection }) => shapesAt(board(), selection.get()).length > 0,
    run: (editor) => perform(editor, lockToggling(editor.board(), editor.selection.get())),
  },
  unlockAll: {
    isPossible: ({ board, context }) =>
      shapesOnPage(board(), context.page()).some((shape) => propOf(shape, "locked") !== 0),
    run: (editor) => perform(editor, unlocking(editor.board(), editor.context.page())),
  },
} satisfies { readonly [C in ActionCommand]?: CommandSpec };

function align(edge: Edge): CommandSpec {
  return changing(2, (board, ids) => alignment(board, ids, edge));
}

function distribute(axis: Axis): CommandSpec {
  return changing(3, (board, ids) => distribution(board, ids, axis));
}

function flip(axis: Axis): CommandSpec {
  return changing(1, (board, ids) => flipping(board, ids, axis));
}

function reorder(change: OrderChange): CommandSpec {
  return changing(1, (board, ids) => reordering(board, ids, change));
}

function move(x: number, y: number, { plain, ruled }: typeof STEP): CommandSpec {
  return changing(1, (board, ids, { context }) => {
    const { grid } = context.snapping();
    const step = grid === null ? plain : ruled * grid;
    return nudge(board, ids, x * step, y * step);
  });
}
