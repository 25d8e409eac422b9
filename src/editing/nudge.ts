import type { Board } from "../board/board.js";
import type { ShapeId } from "../signal/ids.js";
import type { Signal } from "../signal/signal.js";
import { editable, withContents } from "./selection.js";
import { moving } from "./units.js";

/** Moves the shapes that are not locked, frames with what is in them, by so many board units. */
export function nudge(board: Board, ids: readonly ShapeId[], dx: number, dy: number): readonly Signal[] {
  const shapes = withContents(board, editable(board, ids));
  return moving(
    shapes.map(({ id }) => id),
    dx,
    dy,
  );
}
