import type { Board } from "../board/board.js";
import { isLine, lineInPlace } from "../board/binding.js";
import { boundsOf, type Box } from "../board/bounds.js";
import { shapeAt, shapesOf } from "../board/leaves.js";
import { compareOrder } from "../board/order.js";
import type { PageId, ShapeId } from "../signal/ids.js";
import { propOf } from "../signal/optional.js";
import type { Shape } from "../signal/shape.js";

/** The finished shapes of those ids. */
export function shapesAt(board: Board, ids: readonly ShapeId[]): readonly Shape[] {
  return ids.flatMap((id) => shapeAt(board, id) ?? []);
}

/**
 * The finished shapes of those ids that are not locked: what an edit may change. Neither a board nor a list of ids is
 * ever written into, so what was found is kept: every command asks this of every selection.
 */
export function editable(board: Board, ids: readonly ShapeId[]): readonly Shape[] {
  const found = foundOn.get(board) ?? new WeakMap<readonly ShapeId[], readonly Shape[]>();
  foundOn.set(board, found);
  const shapes = found.get(ids) ?? shapesAt(board, ids).filter((shape) => propOf(shape, "locked") === 0);
  found.set(ids, shapes);
  return shapes;
}

const foundOn = new WeakMap<Board, WeakMap<readonly ShapeId[], readonly Shape[]>>();

/** The shapes, and with each frame what is in it, locked or not: what moves when they are moved. Each once. */
export function withContents(board: Board, shapes: readonly Shape[]): readonly Shape[] {
  const ids = new Set(shapes.map(({ id }) => id));
  if (!shapes.some(({ kind }) => kind === "frame")) return shapes;
  const contents = [...shapesOf(board)].filter((shape) => {
    const frame = propOf(shape, "frame") as ShapeId;
    return !ids.has(shape.id) && ids.has(frame) && shapeAt(board, frame)?.page === shape.page;
  });
  return contents.length === 0 ? shapes : withContents(board, [...shapes, ...contents]);
}

/** All finished shapes of a page, from the lowest to the highest. */
export function shapesOnPage(board: Board, page: PageId): readonly Shape[] {
  return [...shapesOf(board)].filter((shape) => shape.page === page).sort(compareOrder);
}

/** The box of a shape as it is drawn: a bound line where its ends are. */
export function boxOf(board: Board, shape: Shape): Box {
  return boundsOf(isLine(shape) ? lineInPlace(shape, (id) => shapeAt(board, id)) : shape);
}
