import { INK_STRIDE, type InkPoints } from "../../signal/ink.js";
import { makerOf, type MemberId, type ShapeId } from "../../signal/ids.js";
import { LIMITS } from "../../signal/limits.js";
import { isLoaded, type InkShape } from "../../signal/shape.js";
import type { MutableBoard } from "../board.js";
import { InkNotLoaded } from "../ink-not-loaded.js";
import { dropShape, putShape, shapeAt } from "../leaves.js";
import { InkRun } from "../run.js";
import { ActiveStroke } from "../stroke.js";
import { raiseTop } from "./pages.js";
import type { Rules } from "./recipe.js";
import { isFree } from "./shapes.js";

export const inkRules: Rules<"ink.begin" | "ink.append" | "ink.end"> = {
  "ink.begin"(draft, { shape }, { by }) {
    if (!isFree(draft, shape)) return;
    draft.active[shape.id] = new ActiveStroke(shape, by, InkRun.EMPTY);
    raiseTop(draft, shape.page, shape.order);
  },

  "ink.append"(draft, { id, points }, { by, at }) {
    const active = draft.active[id];
    const stroke = active ?? takenUp(draft, id, by);
    if (!stroke || stroke.by !== by || points.length === 0 || !continues(stroke.run, points)) return;
    if (!active) dropShape(draft, id);
    draft.active[id] = new ActiveStroke(stroke.shape, by, stroke.run.append(points, at));
  },

  "ink.end"(draft, { id }, { by }) {
    if (draft.active[id]?.by === by) finishStroke(draft, id);
  },
};

/** Makes a stroke under construction a finished shape; one without points, or of a laser, leaves nothing. */
export function finishStroke(draft: MutableBoard, id: ShapeId): void {
  const stroke = draft.active[id];
  if (!stroke) return;
  delete draft.active[id];
  if (stroke.run.count > 0 && stroke.shape.brush !== "laser")
    putShape(draft, { ...stroke.shape, points: stroke.run.flatten() });
}

/**
 * A stroke that was finished because its maker was away for too long, and who now goes on: what was drawn without a
 * connection is not lost.
 */
function takenUp(draft: MutableBoard, id: ShapeId, by: MemberId): ActiveStroke | undefined {
  const shape = shapeAt(draft, id);
  if (shape?.kind !== "ink" || makerOf(id) !== by) return undefined;
  const { points, ...header } = shape as InkShape;
  if (!isLoaded(points)) throw new InkNotLoaded(id, points);
  return new ActiveStroke(header, by, InkRun.of(points));
}

/** A stroke's clock never runs backwards, and a stroke has an end. */
function continues(run: InkRun, points: InkPoints): boolean {
  const last = run.batch[run.batch.length - INK_STRIDE + 2] ?? 0;
  return (points[2] as number) >= last && run.count + points.length / INK_STRIDE <= LIMITS.strokePoints;
}
