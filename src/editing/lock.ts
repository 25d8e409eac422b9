import type { Board } from "../board/board.js";
import type { PageId, ShapeId } from "../signal/ids.js";
import { propOf } from "../signal/optional.js";
import type { Shape } from "../signal/shape.js";
import type { Signal } from "../signal/signal.js";
import { shapesAt, shapesOnPage } from "./selection.js";

/** Locks the shapes; unlocks them when all of them are locked. */
export function lockToggling(board: Board, ids: readonly ShapeId[]): readonly Signal[] {
  const shapes = shapesAt(board, ids);
  const open = shapes.filter((shape) => !isLocked(shape));
  return open.length > 0 ? setLocked(open, 1) : setLocked(shapes, 0);
}

/** Unlocks all of a page. */
export function unlocking(board: Board, page: PageId): readonly Signal[] {
  return setLocked(shapesOnPage(board, page).filter(isLocked), 0);
}

function isLocked(shape: Shape): boolean {
  return propOf(shape, "locked") !== 0;
}

function setLocked(shapes: readonly Shape[], locked: 0 | 1): readonly Signal[] {
  return shapes.map(({ id }) => ({ type: "shape.set", id, props: { locked } }));
}
