import type { Board } from "../board/board.js";
import type { Box } from "../board/bounds.js";
import type { ShapeId } from "../signal/ids.js";
import type { Signal } from "../signal/signal.js";
import { moving, unitsOf } from "./units.js";

/** The way things are spread: side by side, or one below the other. */
export type Axis = "x" | "y";

/**
 * Makes the gaps between shapes, frames and groups equal, to 1/4096 of a unit, in the order of their middles. The first
 * and the last stay; where there is too little room the gaps are negative.
 */
export function distribution(board: Board, ids: readonly ShapeId[], axis: Axis): readonly Signal[] {
  const side = axis === "x" ? "w" : "h";
  const middle = (box: Box) => box[axis] + box[side] / 2;
  const units = unitsOf(board, ids).toSorted((a, b) => middle(a.box) - middle(b.box));
  const [first, last] = [units[0], units.at(-1)];
  if (!first || !last || units.length < 3) return [];
  const between = units.slice(1, -1);
  const room = last.box[axis] - first.box[axis] - first.box[side];
  const gap = (room - between.reduce((sum, { box }) => sum + box[side], 0)) / (between.length + 1);
  let place = first.box[axis] + first.box[side] + gap;
  return between.flatMap(({ ids: own, box }) => {
    const way = place - box[axis];
    place += box[side] + gap;
    return axis === "x" ? moving(own, way, 0) : moving(own, 0, way);
  });
}
