import { getStroke } from "perfect-freehand";
import { INK_STRIDE, PRESSURE_MAX, PRESSURE_NONE } from "../../signal/ink.js";
import { propOf } from "../../signal/optional.js";
import { pointsOf, type InkShape } from "../../signal/shape.js";
import { lineWidth } from "./line-width.js";
import type { Path } from "./path.js";

/** How much pressure changes the width: from 0.4 to 1.6 times the chosen one. */
const THINNING = 0.6;
/** A stroke reaches over its points by at most so much, to its chosen width: its half at full pressure, and a dot is not quite round. */
const REACH = (1 + THINNING) / 2 + 0.1;

/**
 * perfect-freehand has lengths of its own (it drops points in the last 3 units of a stroke), which fit pens about
 * this wide; so strokes are outlined at this width and scaled back, and look the same at every width.
 */
const OUTLINE_SIZE = 16;

const OPTIONS = {
  size: OUTLINE_SIZE,
  thinning: THINNING,
  smoothing: 0.5,
  streamline: 0.35,
  simulatePressure: false,
  // A stroke under construction ends at its newest point too, so that nothing jumps when it is finished.
  last: true,
};

/** What a stroke's outline is made of. */
export type InkLook = Pick<InkShape, "kind" | "points" | "step" | "size" | "brush" | "scaleX" | "scaleY">;

/**
 * A stroke's outline as `x, y` pairs in board units from the stroke's own place. Stretched ink has its points elsewhere,
 * and the width it had. Pens follow the pressure, other brushes are as wide everywhere. Throws `bad-argument` for ink
 * that is not loaded.
 */
export function inkOutline(ink: InkLook): [number, number][] {
  const points = pointsOf(ink);
  const scale = OUTLINE_SIZE / lineWidth(ink.size);
  const unitX = ink.step * propOf(ink, "scaleX") * scale;
  const unitY = ink.step * propOf(ink, "scaleY") * scale;
  const options = propOf(ink, "brush") === "pen" ? OPTIONS : { ...OPTIONS, thinning: 0 };
  const samples: [number, number, number][] = [];
  for (let at = 0; at < points.length; at += INK_STRIDE) {
    const [x, y, p] = [points[at] ?? 0, points[at + 1] ?? 0, points[at + 3] ?? PRESSURE_NONE];
    samples.push([x * unitX, y * unitY, pressureOf(p)]);
  }
  return getStroke(samples, options).map(([x = 0, y = 0]) => [x / scale, y / scale]);
}

/** How far a stroke of that size reaches over its points, in board units. */
export function inkReach(size: number): number {
  return lineWidth(size) * REACH;
}

/** 0..1 for perfect-freehand, with {@link PRESSURE_NONE} exactly in the middle. */
function pressureOf(p: number): number {
  return p <= PRESSURE_NONE
    ? p / (2 * PRESSURE_NONE)
    : 0.5 + (0.5 * (p - PRESSURE_NONE)) / (PRESSURE_MAX - PRESSURE_NONE);
}

/** Draws a closed outline as quadratic curves through the middles between its points. */
export function drawOutline(path: Path, outline: readonly (readonly [number, number])[]): void {
  const [first, last] = [outline[0], outline.at(-1)];
  if (!first || !last) return;
  path.moveTo((last[0] + first[0]) / 2, (last[1] + first[1]) / 2);
  outline.forEach(([x, y], index) => {
    const [nextX, nextY] = outline[index + 1] ?? first;
    path.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2);
  });
  path.closePath();
}
