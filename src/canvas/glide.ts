import type { CursorSample } from "../board/presence.js";
import type { Point } from "../board/point.js";

/** The longest time a cursor takes to its next sample, in milliseconds. One that comes later is a new beginning. */
export const GLIDE_MS = 100;
/** A cursor that has not moved for so long begins to fade, in milliseconds. */
export const IDLE_MS = 10_000;
/** How long the fading takes, in milliseconds. */
export const FADE_MS = 1000;

/** Where a cursor is seen, and how clearly. */
export interface CursorLook extends Point {
  /** 0, gone, to 1. */
  readonly opacity: number;
  /** The log's time from which it looks different by itself; now or before while it moves, Infinity for never. */
  readonly changesAt: number;
}

/**
 * A cursor at `time` (milliseconds UTC of the log): it glides from its last sample to its newest in the time that
 * lay between them, and fades when it has been still for {@link IDLE_MS}. After more than {@link GLIDE_MS} it is there
 * at once: it had rested, or its member was drawing, and then it has been seen at the tip of the stroke.
 */
export function lookOf(sample: CursorSample, time: number): CursorLook {
  const elapsed = time - sample.at;
  const glide = glideTime(sample);
  if (sample.from && elapsed < glide) {
    const way = Math.max(0, elapsed / glide);
    const x = sample.from.x + (sample.x - sample.from.x) * way;
    const y = sample.from.y + (sample.y - sample.from.y) * way;
    return { x, y, opacity: 1, changesAt: time };
  }
  const { x, y } = sample;
  if (elapsed < IDLE_MS) return { x, y, opacity: 1, changesAt: sample.at + IDLE_MS };
  const opacity = Math.max(0, 1 - (elapsed - IDLE_MS) / FADE_MS);
  return { x, y, opacity, changesAt: opacity > 0 ? time : Infinity };
}

function glideTime({ from, page, at }: CursorSample): number {
  const gap = from?.page === page ? at - from.at : 0;
  return gap <= GLIDE_MS ? gap : 0;
}
