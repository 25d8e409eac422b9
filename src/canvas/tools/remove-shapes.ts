import type { ShapeId } from "../../signal/ids.js";
import { LIMITS } from "../../signal/limits.js";
import type { Signal } from "../../signal/signal.js";
import { inBatches } from "./batches.js";
import type { ToolContext } from "../tool.js";

/** Removes shapes, and puts others in their place, as one undo step; does nothing for none. */
export function removeShapes(context: ToolContext, ids: readonly ShapeId[], added: readonly Signal[] = []): void {
  if (ids.length === 0) return;
  const endGesture = context.gesture();
  context.send([
    ...inBatches(ids, LIMITS.shapeIds).map((batch) => ({ type: "shapes.remove", ids: batch }) as const),
    ...added,
  ]);
  endGesture();
}
