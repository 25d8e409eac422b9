import type { Scaling, Turning } from "../../board/transform.js";
import type { ShapeId } from "../../signal/ids.js";
import { LIMITS } from "../../signal/limits.js";
import type { Signal } from "../../signal/signal.js";
import { inBatches } from "../tools/batches.js";

/**
 * What takes shapes from one stretching to another one: the small signals of a drag. Where they are around the same
 * point it is one, otherwise the first one is taken back before the second is done.
 */
export function scaleSteps(ids: readonly ShapeId[], from: Scaling | null, to: Scaling): readonly Signal[] {
  const isAround = from?.x === to.x && from.y === to.y;
  if (!from || isAround) return scale(ids, to.x, to.y, to.sx / (from?.sx ?? 1), to.sy / (from?.sy ?? 1));
  return [...scale(ids, from.x, from.y, 1 / from.sx, 1 / from.sy), ...scale(ids, to.x, to.y, to.sx, to.sy)];
}

/** What takes shapes from one turn to another one around the same point. */
export function turnSteps(ids: readonly ShapeId[], from: Turning | null, to: Turning): readonly Signal[] {
  const angle = to.angle - (from?.angle ?? 0);
  if (angle === 0) return [];
  return inBatches(ids, LIMITS.shapeIds).map((batch) => ({
    type: "shapes.rotate",
    ids: batch,
    x: to.x,
    y: to.y,
    angle,
  }));
}

function scale(ids: readonly ShapeId[], x: number, y: number, sx: number, sy: number): readonly Signal[] {
  if (sx === 1 && sy === 1) return [];
  return inBatches(ids, LIMITS.shapeIds).map((batch) => ({ type: "shapes.scale", ids: batch, x, y, sx, sy }));
}

/** What moves shapes by a way. */
export function moveSteps(ids: readonly ShapeId[], dx: number, dy: number): readonly Signal[] {
  if (dx === 0 && dy === 0) return [];
  return inBatches(ids, LIMITS.shapeIds).map((batch) => ({ type: "shapes.move", ids: batch, dx, dy }));
}
