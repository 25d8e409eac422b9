import type { Board } from "../board/board.js";
import { shapesOf } from "../board/leaves.js";
import type { PageId, ShapeId } from "../signal/ids.js";
import { LIMITS } from "../signal/limits.js";
import { propOf } from "../signal/optional.js";
import type { Signal } from "../signal/signal.js";
import { fixLines } from "./in-place.js";
import { editable, shapesOnPage } from "./selection.js";

/**
 * Removes the shapes that are not locked. Lines that are bound to them stay where they are drawn; what is in a frame
 * stays, and is in no frame then.
 */
export function removal(board: Board, ids: readonly ShapeId[]): readonly Signal[] {
  const going = new Set(editable(board, ids).map(({ id }) => id));
  if (going.size === 0) return [];
  return [...fixLines(board, going), ...unframed(board, going), ...removals([...going])];
}

/** Removes all of a page that is not locked. */
export function clearing(board: Board, page: PageId): readonly Signal[] {
  return removal(
    board,
    shapesOnPage(board, page).map(({ id }) => id),
  );
}

/** Takes shapes that stay out of the frames that go. */
export function unframed(board: Board, going: ReadonlySet<ShapeId>): readonly Signal[] {
  return [...shapesOf(board)]
    .filter((shape) => !going.has(shape.id) && going.has(propOf(shape, "frame") as ShapeId))
    .map(({ id }) => ({ type: "shape.set", id, props: { frame: 0 } }));
}

function removals(ids: readonly ShapeId[]): readonly Signal[] {
  if (ids.length === 0) return [];
  return [{ type: "shapes.remove", ids: ids.slice(0, LIMITS.shapeIds) }, ...removals(ids.slice(LIMITS.shapeIds))];
}
