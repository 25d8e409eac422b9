import type { Board } from "../board/board.js";
import { unionOf, type Box } from "../board/bounds.js";
import type { ShapeId } from "../signal/ids.js";
import type { Signal } from "../signal/signal.js";
import { moving, unitsOf } from "./units.js";

/** An edge or a middle line that things are lined up on. */
export type Edge = "left" | "center" | "right" | "top" | "middle" | "bottom";

/** How far a box is from lying at an edge of another. */
const WAYS: { readonly [E in Edge]: (box: Box, all: Box) => readonly [dx: number, dy: number] } = {
  left: (box, all) => [all.x - box.x, 0],
  center: (box, all) => [all.x + all.w / 2 - box.x - box.w / 2, 0],
  right: (box, all) => [all.x + all.w - box.x - box.w, 0],
  top: (box, all) => [0, all.y - box.y],
  middle: (box, all) => [0, all.y + all.h / 2 - box.y - box.h / 2],
  bottom: (box, all) => [0, all.y + all.h - box.y - box.h],
};

/** Lines shapes, frames and groups up on an edge of the box around them all, to 1/4096 of a unit. */
export function alignment(board: Board, ids: readonly ShapeId[], edge: Edge): readonly Signal[] {
  const units = unitsOf(board, ids);
  const all = unionOf(units.map(({ box }) => box));
  if (!all || units.length < 2) return [];
  return units.flatMap(({ ids: own, box }) => moving(own, ...WAYS[edge](box, all)));
}
