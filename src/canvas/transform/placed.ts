import { isLine, lineInPlace } from "../../board/binding.js";
import type { Board } from "../../board/board.js";
import { shapeAt } from "../../board/leaves.js";
import type { ShapeId } from "../../signal/ids.js";
import type { Shape } from "../../signal/shape.js";

/** A shape as it is seen: a line with its bound ends where their shapes are. */
export function placed(board: Board, shape: Shape): Shape {
  return isLine(shape) ? lineInPlace(shape, (id) => shapeAt(board, id)) : shape;
}

/** The shapes of these ids that are there, as they are seen. */
export function placedShapes(board: Board, ids: readonly ShapeId[]): readonly Shape[] {
  return ids.flatMap((id) => {
    const shape = shapeAt(board, id);
    return shape ? [placed(board, shape)] : [];
  });
}
