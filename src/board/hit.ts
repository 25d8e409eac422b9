import { INK_STRIDE } from "../signal/ink.js";
import { isLoaded, type BoxShape, type InkShape, type LineShape, type Shape } from "../signal/shape.js";
import { boundsOf, grow, overlaps, type Box } from "./bounds.js";

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * True when a point is on the shape, within `tolerance` board units: on the line of ink and outlines, anywhere inside
 * filled shapes, text and shapes of unknown kinds.
 */
export function hits(shape: Shape, point: Point, tolerance: number): boolean {
  const reach = tolerance + shape.size / 2;
  if (!contains(grow(boundsOf(shape), reach), point)) return false;
  switch (shape.kind) {
    case "ink":
      return hitsInk(shape as InkShape, point, reach);
    case "line":
    case "arrow":
      return hitsLine(shape as LineShape, point, reach);
    case "rectangle":
      return hitsRectangle(shape as BoxShape, point, reach);
    case "ellipse":
      return hitsEllipse(shape as BoxShape, point, reach);
    default:
      return true;
  }
}

/** True when the shape's box and the box share a point. */
export function hitsBox(shape: Shape, box: Box): boolean {
  return overlaps(boundsOf(shape), box);
}

function contains(box: Box, point: Point): boolean {
  return overlaps(box, { ...point, w: 0, h: 0 });
}

function hitsInk({ x, y, step, points }: InkShape, point: Point, reach: number): boolean {
  if (!isLoaded(points)) return false;
  const local = { x: (point.x - x) / step, y: (point.y - y) / step };
  const localReach = reach / step;
  for (let at = 0; at < points.length; at += INK_STRIDE) {
    const from = Math.max(0, at - INK_STRIDE);
    const distance = distanceToSegment(local, points[from]!, points[from + 1]!, points[at]!, points[at + 1]!);
    if (distance <= localReach) return true;
  }
  return false;
}

function hitsLine({ x, y, w, h }: LineShape, point: Point, reach: number): boolean {
  return distanceToSegment(point, x, y, x + w, y + h) <= reach;
}

function hitsRectangle(shape: BoxShape, point: Point, reach: number): boolean {
  return shape.fill !== "none" || !contains(grow(boundsOf(shape), -reach), point);
}

function hitsEllipse(shape: BoxShape, point: Point, reach: number): boolean {
  const box = boundsOf(shape);
  const inside = (margin: number) => {
    const [rx, ry] = [box.w / 2 + margin, box.h / 2 + margin];
    if (rx <= 0 || ry <= 0) return false;
    const [dx, dy] = [(point.x - box.x - box.w / 2) / rx, (point.y - box.y - box.h / 2) / ry];
    return dx * dx + dy * dy <= 1;
  };
  return inside(reach) && (shape.fill !== "none" || !inside(-reach));
}

/** Distance from a point to the segment from (x1, y1) to (x2, y2). */
function distanceToSegment(point: Point, x1: number, y1: number, x2: number, y2: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - x1) * dx + (point.y - y1) * dy) / length;
  const near = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - x1 - near * dx, point.y - y1 - near * dy);
}
