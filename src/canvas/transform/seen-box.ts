import { isLine } from "../../board/binding.js";
import { boundsOf, type Box } from "../../board/bounds.js";
import type { Board } from "../../board/board.js";
import type { Shape } from "../../signal/shape.js";
import { placed } from "./placed.js";

/** Boxes of shapes that depend on no other: finding that of a long stroke takes a look at all of its points. */
const boxes = new WeakMap<Shape, Box>();

/** The box around a shape as it is seen: of a line with bound ends, where these are. */
export function seenBoxOf(board: Board, shape: Shape): Box {
  if (isLine(shape)) return boundsOf(placed(board, shape));
  const known = boxes.get(shape) ?? boundsOf(shape);
  boxes.set(shape, known);
  return known;
}
