import type { Entry } from "../signal/entry.js";
import type { Seq, ShapeId } from "../signal/ids.js";
import type { InkPoints } from "../signal/ink.js";
import { isLoaded, type InkShape } from "../signal/shape.js";

/** The ink that entries up to `seq` brought to a shape; undefined when they do not tell all of it. */
export function inkAmong(entries: readonly Entry[], id: ShapeId, seq: Seq): InkPoints | undefined {
  let batches: InkPoints[] | null = null;
  for (const { signal, seq: at } of entries) {
    if (at > seq) break;
    if (signal.type === "ink.begin" && signal.shape.id === id) batches = [];
    else if (signal.type === "ink.append" && signal.id === id) batches?.push(signal.points);
    else if (signal.type === "shape.add" && signal.shape.id === id && signal.shape.kind === "ink") {
      const { points } = signal.shape as InkShape;
      batches = isLoaded(points) ? [points] : null;
    }
  }
  if (!batches) return undefined;
  const points = new Int32Array(batches.reduce((sum, batch) => sum + batch.length, 0));
  let end = 0;
  for (const batch of batches) {
    points.set(batch, end);
    end += batch.length;
  }
  return points;
}
