import { INK_STRIDE, pointCount, type InkPoints } from "../signal/ink.js";
import { propOf } from "../signal/optional.js";
import { isLoaded, type InkShape } from "../signal/shape.js";
import { toOwn } from "./bounds.js";
import type { Point } from "./point.js";
import { segmentDistance } from "./segment.js";

/**
 * What is left of a stroke after something that reaches so many board units around it went straight from one board
 * point to another: runs of the stroke's own points, as they are. Null when the stroke was not touched; a point of
 * which no way to another is left goes too.
 */
export function cutInk(ink: InkShape, from: Point, to: Point, reach: number): readonly InkPoints[] | null {
  const { points } = ink;
  if (!isLoaded(points) || points.length === 0) return null;
  const whole = reach + ink.size / 2;
  const isCut = cutter(ink, points, toOwn(ink, from), toOwn(ink, to), whole);
  const count = pointCount(points);
  if (count === 1) return isCut(0, 0) ? [] : null;
  const runs: InkPoints[] = [];
  let begin = 0;
  for (let index = 1; index <= count; index++) {
    if (index < count && !isCut(index - 1, index)) continue;
    if (index - begin > 1) runs.push(points.slice(begin * INK_STRIDE, index * INK_STRIDE));
    begin = index;
  }
  return runs.length === 1 && runs[0]?.length === points.length ? null : runs;
}

/** Says whether the way between two of the stroke's points is within reach. */
function cutter(ink: InkShape, points: InkPoints, from: Point, to: Point, reach: number) {
  const [unitX, unitY] = [ink.step * propOf(ink, "scaleX"), ink.step * propOf(ink, "scaleY")];
  const place = (index: number): Point => ({
    x: points[index * INK_STRIDE]! * unitX,
    y: points[index * INK_STRIDE + 1]! * unitY,
  });
  return (a: number, b: number) => segmentDistance(place(a), place(b), from, to) <= reach;
}
