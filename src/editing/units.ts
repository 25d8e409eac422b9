import type { Board } from "../board/board.js";
import { unionOf, type Box } from "../board/bounds.js";
import { part } from "../board/part.js";
import type { ShapeId } from "../signal/ids.js";
import { LIMITS } from "../signal/limits.js";
import { propOf } from "../signal/optional.js";
import type { Shape } from "../signal/shape.js";
import type { Signal } from "../signal/signal.js";
import { memberships, unitKey } from "./groups.js";
import { boxOf, editable, withContents } from "./selection.js";

/** What is arranged as one: a shape, a frame with what is in it, or a group that is chosen as a whole. */
export interface Unit {
  /** All that moves. */
  readonly ids: readonly ShapeId[];
  readonly box: Box;
}

/** The units of the shapes that are not locked. */
export function unitsOf(board: Board, ids: readonly ShapeId[]): readonly Unit[] {
  const chosen = editable(board, ids);
  const frames = new Set(chosen.filter(({ kind }) => kind === "frame").map(({ id }) => id as number));
  // What is in a chosen frame goes with it.
  const own = chosen.filter((shape) => !frames.has(propOf(shape, "frame")));
  const groups = new Map<string, Shape[]>();
  for (const membership of memberships(board, own)) {
    const key = unitKey(membership);
    const known = groups.get(key);
    if (known) known.push(membership.shape);
    else groups.set(key, [membership.shape]);
  }
  return [...groups.values()].flatMap((shapes) => {
    const box = unionOf(shapes.map((shape) => boxOf(board, shape)));
    return box ? [{ ids: withContents(board, shapes).map(({ id }) => id), box }] : [];
  });
}

/** Moves shapes by whole parts; nothing when that is nowhere. */
export function moving(ids: readonly ShapeId[], dx: number, dy: number): readonly Signal[] {
  const [x, y] = [part(dx), part(dy)];
  if ((x === 0 && y === 0) || ids.length === 0) return [];
  return [
    { type: "shapes.move", ids: ids.slice(0, LIMITS.shapeIds), dx: x, dy: y },
    ...moving(ids.slice(LIMITS.shapeIds), dx, dy),
  ];
}
