import type { ActiveStroke } from "../board/stroke.js";
import type { MemberId } from "../signal/ids.js";
import { propOf } from "../signal/optional.js";

/** A member's laser stays for so long after its last point, and then fades, in milliseconds. */
const [STAYS_MS, FADES_MS] = [1200, 1000];

/** How a member's laser strokes look at a moment: all of them together. */
export interface LaserLook {
  /** From 0 to 1. */
  readonly opacity: number;
  /** The log's time from which that is another: now while they fade, Infinity when they are gone. */
  readonly changesAt: number;
}

/** True for a stroke that points and never stays. */
export function isLaser({ shape }: ActiveStroke): boolean {
  return propOf(shape, "brush") === "laser";
}

/** When each member's laser last moved, in the log's time. */
export function lastLaserMoves(strokes: readonly ActiveStroke[]): Map<MemberId, number> {
  const moves = new Map<MemberId, number>();
  for (const stroke of strokes) {
    if (isLaser(stroke)) moves.set(stroke.by, Math.max(moves.get(stroke.by) ?? 0, stroke.run.at));
  }
  return moves;
}

/** How laser strokes look at `time` that last moved at `moved`, both milliseconds of the log's time. */
export function laserLook(moved: number, time: number): LaserLook {
  const fading = time - moved - STAYS_MS;
  if (fading < 0) return { opacity: 1, changesAt: moved + STAYS_MS };
  if (fading >= FADES_MS) return { opacity: 0, changesAt: Infinity };
  return { opacity: 1 - fading / FADES_MS, changesAt: time };
}
