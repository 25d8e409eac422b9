import { ownBoxOf, toBoard, type Box } from "../../board/bounds.js";
import { curveOf, pointsAlong } from "../../board/curve.js";
import { firstCrossing, isInside, outlineOf } from "../../board/outline.js";
import type { Point } from "../../board/point.js";
import { INK_STRIDE } from "../../signal/ink.js";
import { propOf } from "../../signal/optional.js";
import { isLoaded, type InkShape, type LineShape, type Shape } from "../../signal/shape.js";

/** Ink is looked at as about so many points. */
const INK_POINTS = 64;

/** The smallest box around a way. */
export function pathBox(path: readonly Point[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of path) {
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    [right, bottom] = [Math.max(right, x), Math.max(bottom, y)];
  }
  return { x: left, y: top, w: right - left, h: bottom - top };
}

/** True when a closed way goes around a point of the shape, or crosses its outline. */
export function isTouched(path: readonly Point[], shape: Shape): boolean {
  const { points, isClosed } = trace(shape);
  if (points.some((point) => isInside(path, point))) return true;
  return segments(points, isClosed).some(([from, to]) => firstCrossing(path, from, to) !== null);
}

/** True when a closed way goes around all of the shape. */
export function isAround(path: readonly Point[], shape: Shape): boolean {
  return trace(shape).points.every((point) => isInside(path, point));
}

function trace(shape: Shape): { readonly points: readonly Point[]; readonly isClosed: boolean } {
  const onBoard = (points: readonly Point[]) => points.map((point) => toBoard(shape, point));
  if (shape.kind === "line" || shape.kind === "arrow") {
    return { points: onBoard(pointsAlong(curveOf(shape as LineShape))), isClosed: false };
  }
  if (shape.kind === "ink") return { points: onBoard(inkPoints(shape as InkShape)), isClosed: false };
  return { points: onBoard(outlineOf(shape)), isClosed: true };
}

function inkPoints(ink: InkShape): readonly Point[] {
  const { points, step } = ink;
  if (!isLoaded(points) || points.length === 0) {
    const { x, y } = ownBoxOf(ink);
    return [{ x, y }];
  }
  const [unitX, unitY] = [step * propOf(ink, "scaleX"), step * propOf(ink, "scaleY")];
  const count = points.length / INK_STRIDE;
  const every = Math.max(1, Math.floor(count / INK_POINTS));
  const indices = Array.from({ length: Math.ceil(count / every) }, (_, index) => index * every);
  return [...indices, count - 1].map((index) => ({
    x: points[index * INK_STRIDE]! * unitX,
    y: points[index * INK_STRIDE + 1]! * unitY,
  }));
}

function segments(points: readonly Point[], isClosed: boolean): readonly (readonly [Point, Point])[] {
  const last = isClosed ? points.length : points.length - 1;
  return points.slice(0, last).map((from, index) => [from, points[(index + 1) % points.length] as Point]);
}
