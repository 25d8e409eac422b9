import { INK_STRIDE } from "../signal/ink.js";
import { propOf } from "../signal/optional.js";
import { isLoaded, type BoxShape, type InkShape, type LineShape, type Shape } from "../signal/shape.js";
import { boundsOf, grow, overlaps, ownBoxOf, toOwn, type Box } from "./bounds.js";
import { curveOf, pointsAlong } from "./curve.js";
import { isInside, outlineOf } from "./outline.js";
import type { Point } from "./point.js";

/**
 * True when a point is on the shape, within `tolerance` board units: on the line of ink and outlines, anywhere inside
 * filled and labelled shapes, text and shapes of unknown kinds; of a frame, on its edge. A line with bound ends is to be given in
 * its place (binding.ts).
 */
export function hits(shape: Shape, point: Point, tolerance: number): boolean {
  const reach = tolerance + shape.size / 2;
  const own = toOwn(shape, point);
  if (!contains(grow(ownBoxOf(shape), reach), own)) return false;
  switch (shape.kind) {
    case "ink":
      return hitsInk(shape as InkShape, own, reach);
    case "line":
    case "arrow":
      return isNear(pointsAlong(curveOf(shape as LineShape)), own, reach);
    case "rectangle":
    case "ellipse":
    case "diamond":
    case "triangle":
    case "star":
      return hitsOutline(shape as BoxShape, own, reach);
    case "frame":
      return isNearOutline(shape, own, reach);
    default:
      return true;
  }
}

/** True when the shape's box and the box share a point. */
export function hitsBox(shape: Shape, box: Box): boolean {
  return overlaps(boundsOf(shape), box);
}

/** True when the box holds all of the shape's. */
export function isWithin(shape: Shape, box: Box): boolean {
  const { x, y, w, h } = boundsOf(shape);
  return x >= box.x && y >= box.y && x + w <= box.x + box.w && y + h <= box.y + box.h;
}

function contains(box: Box, point: Point): boolean {
  return overlaps(box, { ...point, w: 0, h: 0 });
}

function hitsInk(ink: InkShape, own: Point, reach: number): boolean {
  const { step, points } = ink;
  if (!isLoaded(points)) return false;
  const [unitX, unitY] = [step * propOf(ink, "scaleX"), step * propOf(ink, "scaleY")];
  for (let at = 0; at < points.length; at += INK_STRIDE) {
    const from = Math.max(0, at - INK_STRIDE);
    const distance = distanceToSegment(
      own,
      points[from]! * unitX,
      points[from + 1]! * unitY,
      points[at]! * unitX,
      points[at + 1]! * unitY,
    );
    if (distance <= reach) return true;
  }
  return false;
}

function hitsOutline(shape: BoxShape, own: Point, reach: number): boolean {
  const isFilled = shape.fill !== "none" || propOf(shape, "label") !== "";
  return (isFilled && isInside(outlineOf(shape), own)) || isNearOutline(shape, own, reach);
}

function isNearOutline(shape: Shape, own: Point, reach: number): boolean {
  const corners = outlineOf(shape);
  return isNear([...corners, corners[0] as Point], own, reach);
}

function isNear(line: readonly Point[], point: Point, reach: number): boolean {
  return line.some((to, index) => {
    const from = line[index - 1] ?? to;
    return distanceToSegment(point, from.x, from.y, to.x, to.y) <= reach;
  });
}

/** Distance from a point to the segment from (x1, y1) to (x2, y2). */
function distanceToSegment(point: Point, x1: number, y1: number, x2: number, y2: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - x1) * dx + (point.y - y1) * dy) / length;
  const near = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - x1 - near * dx, point.y - y1 - near * dy);
}
