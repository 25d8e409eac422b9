import type { InkRun } from "../board/run.js";
import { INK_STRIDE, pointCount, TICK_MS, type InkPoints } from "../signal/ink.js";

/** The longest time one batch of points is shown over, in milliseconds. */
export const REVEAL_MS = 100;
/** How long after its entry a batch begins to show: a batch is dated to when the pen made it, and is on its way then. */
export const ON_ITS_WAY_MS = TICK_MS;

/**
 * How many points of a stroke under construction are to be seen at `time` (milliseconds UTC of the log).
 *
 * {@link ON_ITS_WAY_MS} after its entry a batch's points come at their own times, all within {@link REVEAL_MS}: a batch
 * that took longer is shown faster. So a stroke grows every frame although batches come 30 times a second, and at the
 * pen's own pace although some take longer to come.
 */
export function revealedPoints(run: InkRun, time: number): number {
  let count = 0;
  for (const last of unsettled(run, time)) {
    const shown = revealedOf(last.batch, time - last.at - ON_ITS_WAY_MS);
    count = last.count - pointCount(last.batch) + shown;
    if (shown < pointCount(last.batch)) return count;
  }
  return Math.max(count, 0);
}

/** The batches from the last one that is certainly shown whole, so that a long stroke costs no more than a short one. */
function unsettled(run: InkRun, time: number): InkRun[] {
  const runs: InkRun[] = [];
  for (let last: InkRun | null = run; last?.before; last = last.before) {
    runs.push(last);
    if (last.at + ON_ITS_WAY_MS + REVEAL_MS <= time) break;
  }
  return runs.reverse();
}

function revealedOf(batch: InkPoints, elapsed: number): number {
  const count = pointCount(batch);
  const timeOf = (index: number) => (batch[index * INK_STRIDE + 2] ?? 0) - (batch[2] ?? 0);
  const duration = Math.max(REVEAL_MS, timeOf(count - 1));
  let shown = 0;
  // Multiplied out, so that the last point comes exactly in time.
  while (shown < count && timeOf(shown) * REVEAL_MS <= elapsed * duration) shown++;
  return shown;
}
