import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Board } from "../../src/board/board.js";
import { FIRST_PAGE } from "../../src/board/board.js";
import { alignment, type Edge } from "../../src/editing/align.js";
import { distribution } from "../../src/editing/distribute.js";
import { duplicates } from "../../src/editing/duplicate.js";
import { flipping } from "../../src/editing/flip.js";
import { adding } from "../../src/editing/fragment.js";
import { grouping, ungrouping } from "../../src/editing/groups.js";
import { lockToggling, unlocking } from "../../src/editing/lock.js";
import { nudge } from "../../src/editing/nudge.js";
import { reordering } from "../../src/editing/order.js";
import { pageCopy, pageMove } from "../../src/editing/pages.js";
import { clearing, removal } from "../../src/editing/remove.js";
import { restyling } from "../../src/editing/style.js";
import type { PageId, ShapeId } from "../../src/signal/ids.js";
import { propOf } from "../../src/signal/optional.js";
import type { Signal } from "../../src/signal/signal.js";
import { after, arbitraryBoard, done, drawing, placing, SECOND, shapesById, someIds, stepped } from "./boards.js";

type Edit = (board: Board, ids: readonly ShapeId[]) => readonly Signal[];

const edges: readonly Edge[] = ["left", "center", "right", "top", "middle", "bottom"];
const edits: Readonly<Record<string, Edit>> = {
  ...Object.fromEntries(edges.map((edge) => [`align ${edge}`, (board, ids) => alignment(board, ids, edge)])),
  "distribute across": (board, ids) => distribution(board, ids, "x"),
  "distribute down": (board, ids) => distribution(board, ids, "y"),
  "flip across": (board, ids) => flipping(board, ids, "x"),
  "flip down": (board, ids) => flipping(board, ids, "y"),
  group: (board, ids) => grouping(board, ids, "fresh"),
  ungroup: ungrouping,
  front: (board, ids) => reordering(board, ids, "front"),
  forward: (board, ids) => reordering(board, ids, "forward"),
  backward: (board, ids) => reordering(board, ids, "backward"),
  back: (board, ids) => reordering(board, ids, "back"),
  nudge: (board, ids) => nudge(board, ids, 10, -1),
  remove: removal,
  restyle: (board, ids) => restyling(board, ids, { color: "red", dash: "dotted", fill: "solid", opacity: 0.5 }),
  duplicate: (board, ids) => adding(duplicates(board, ids, placing())),
  "move to another page": (board, ids) => pageMove(board, ids, SECOND),
};
const pageEdits: Readonly<Record<string, Edit>> = {
  "lock or unlock": lockToggling,
  "unlock all": (board) => unlocking(board, FIRST_PAGE),
  "clear the page": (board) => clearing(board, FIRST_PAGE),
  "copy the page": (board) => pageCopy(board, FIRST_PAGE, { id: "copy" as PageId, name: "Copy" }, placing()),
};

describe.each(Object.entries({ ...edits, ...pageEdits }))("%s", (_, edit) => {
  test("is one step that is taken back exactly, and done again exactly", () => {
    fc.assert(
      fc.property(arbitraryBoard, someIds, (board, ids) => {
        const edited = done(board, edit(board, ids));
        if (edited.history.undo.length === 0) {
          expect(drawing(edited.prediction.board)).toEqual(drawing(board));
          return;
        }
        expect(edited.history.undo).toHaveLength(1);
        const undone = stepped(edited, "undo");
        expect(drawing(undone.prediction.board)).toEqual(drawing(board));
        expect(drawing(stepped(undone, "redo").prediction.board)).toEqual(drawing(edited.prediction.board));
      }),
      { numRuns: 40 },
    );
  });
});

test.each(Object.entries(edits))(
  "%s leaves locked shapes as they are, unless their frame takes them along",
  (_, edit) => {
    fc.assert(
      fc.property(arbitraryBoard, someIds, (board, ids) => {
        const before = shapesById(board);
        const now = shapesById(after(board, edit(board, ids)));
        for (const [id, shape] of before) {
          const isLine = shape.kind === "line" || shape.kind === "arrow";
          if (propOf(shape, "locked") === 0 || propOf(shape, "frame") !== 0 || isLine) continue;
          expect({ ...now.get(id), order: "" }).toEqual({ ...shape, order: "" });
        }
      }),
    );
  },
);
