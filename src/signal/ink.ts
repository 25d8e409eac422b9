/**
 * Points of a stroke as whole numbers, four to a point: `x, y, t, p, x, y, t, p, …`.
 *
 * - `x`, `y`: steps of the stroke's grid from the stroke's own position;
 *   the place in board units is `shape.x + x * shape.step`.
 * - `t`: milliseconds since the stroke's first point, never running backwards.
 * - `p`: pressure, 0 to {@link PRESSURE_MAX}.
 *
 * Never changed after it was made, so that boards may share it.
 */
export type InkPoints = Int32Array;

/** Numbers to a point in {@link InkPoints}. */
export const INK_STRIDE = 4;
/** The hardest pressure; six bits. */
export const PRESSURE_MAX = 63;
/** The pressure written for a device that has none: the middle, which draws at the chosen width. */
export const PRESSURE_NONE = 32;

/**
 * The length of a tick, in milliseconds of the stroke's own clock. The points of one `ink.append` lie in one tick, so
 * that where batches were cut follows from the times of their points, which a tape stores anyway.
 */
export const TICK_MS = 33;

/** The tick of a point's `t`. */
export function tickOf(t: number): number {
  return Math.floor(t / TICK_MS);
}

/** How many points there are. */
export function pointCount(points: InkPoints): number {
  return points.length / INK_STRIDE;
}

/** One sample of a pointer, in board units, milliseconds and 0..1. */
export interface InkSample {
  readonly x: number;
  readonly y: number;
  readonly t: number;
  readonly pressure: number | null;
}

/** The grid a stroke is quantised on: its position and step in board units, and the time of its first sample. */
export interface InkGrid {
  readonly x: number;
  readonly y: number;
  readonly step: number;
  readonly t: number;
}

/**
 * Rounds samples onto the stroke's grid. This happens once, in the client that draws, before its own echo;
 * everything after is lossless.
 *
 * @param after the time of the last point already written, so that time never runs backwards.
 */
export function quantise(samples: readonly InkSample[], grid: InkGrid, after = 0): InkPoints {
  const points = new Int32Array(samples.length * INK_STRIDE);
  let last = after;
  samples.forEach((sample, index) => {
    const at = index * INK_STRIDE;
    last = Math.max(last, Math.round(sample.t - grid.t));
    points[at] = Math.round((sample.x - grid.x) / grid.step);
    points[at + 1] = Math.round((sample.y - grid.y) / grid.step);
    points[at + 2] = last;
    points[at + 3] = sample.pressure === null ? PRESSURE_NONE : quantisePressure(sample.pressure);
  });
  return points;
}

function quantisePressure(pressure: number): number {
  return Math.round(Math.min(1, Math.max(0, pressure)) * PRESSURE_MAX);
}
