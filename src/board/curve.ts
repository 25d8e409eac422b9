import { propOf } from "../signal/optional.js";
import type { LineShape } from "../signal/shape.js";
import { bezierExtremes, bezierPoint, type Bezier } from "./bezier.js";
import type { Point } from "./point.js";
import { throughOf } from "./through.js";

/** The way of a line from end to end, from the line's own place. */
export interface Curve {
  readonly from: Point;
  readonly to: Point;
  /** What it is made of, each piece beginning where the one before ends. Never empty. */
  readonly pieces: readonly Bezier[];
  /** Points that no point of the line lies beyond. */
  readonly extremes: readonly Point[];
}

/** So many points stand for a curve that is a whole line, and for one of several. */
const [LINE_POINTS, PIECE_POINTS] = [32, 12];

/**
 * The way of a line. With a bend, its middle is so far off the straight way, to the right of its direction. Through
 * points it is straight from one to the next, or the Catmull-Rom spline of them: what is done to all points alike is
 * done to the way. One that ends where it begins is as smooth there as everywhere.
 */
export function curveOf(line: LineShape): Curve {
  const [from, to] = [
    { x: 0, y: 0 },
    { x: line.w, y: line.h },
  ];
  const through = throughOf(line);
  const pieces = through.length === 0 ? [bent(from, to, propOf(line, "bend"))] : led(line, [from, ...through, to]);
  return { from, to, pieces, extremes: pieces.flatMap(bezierExtremes) };
}

/** True for a line through points that ends where it begins. */
export function isClosedLine(line: LineShape): boolean {
  return line.w === 0 && line.h === 0 && throughOf(line).length > 0;
}

/** The control point of the way between two places that is bent; null for a straight one. */
export function controlOf(from: Point, to: Point, bend: number): Point | null {
  const [w, h] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(w, h);
  if (bend === 0 || length === 0) return null;
  // The curve's middle is half as far off as its control point.
  return { x: from.x + w / 2 - (2 * bend * h) / length, y: from.y + h / 2 + (2 * bend * w) / length };
}

/** The point at a share, 0 to 1, of the way; through points it is a share of its length. */
export function pointAlong(curve: Curve, share: number): Point {
  const [only, ...others] = curve.pieces;
  return only && others.length === 0 ? bezierPoint(only, share) : atShare(pointsAlong(curve), share);
}

/** Points of the way, both ends included, that are as good as the way; of what is straight, just the ends. */
export function pointsAlong({ from, pieces }: Curve): readonly Point[] {
  const count = pieces.length === 1 ? LINE_POINTS : PIECE_POINTS;
  return [from, ...pieces.flatMap((piece) => pointsAfter(piece, count - 1))];
}

/** The straight ways from point to point together: how long the line is, but for what its curves add. */
export function chordsOf({ pieces }: Curve): number {
  return pieces.reduce((sum, piece) => sum + distance(piece[0], piece.at(-1) as Point), 0);
}

function bent(from: Point, to: Point, bend: number): Bezier {
  const control = controlOf(from, to, bend);
  return control ? [from, control, to] : [from, to];
}

function led(line: LineShape, points: readonly Point[]): readonly Bezier[] {
  const isSharp = propOf(line, "corners") === "sharp";
  const [first, last] = isClosedLine(line) ? [points.at(-2), points[1]] : [points[0], points.at(-1)];
  return points.slice(1).map((to, index): Bezier => {
    const from = points[index] as Point;
    if (isSharp) return [from, to];
    const [before, after] = [points[index - 1] ?? first, points[index + 2] ?? last] as [Point, Point];
    return [from, ahead(from, before, to), ahead(to, after, from), to];
  });
}

/** The control point beside a spline's point: on the way from one neighbour to the other, a sixth of it off. */
function ahead({ x, y }: Point, behind: Point, next: Point): Point {
  return { x: x + (next.x - behind.x) / 6, y: y + (next.y - behind.y) / 6 };
}

function pointsAfter(piece: Bezier, count: number): readonly Point[] {
  if (piece.length === 2) return [piece[1]];
  return Array.from({ length: count }, (_, index) => bezierPoint(piece, (index + 1) / count));
}

function atShare(points: readonly Point[], share: number): Point {
  const ways = points.slice(1).map((to, index): [Point, Point] => [points[index] as Point, to]);
  let left = share * ways.reduce((sum, way) => sum + distance(...way), 0);
  for (const way of ways) {
    const length = distance(...way);
    if (length > 0 && left <= length) return bezierPoint(way, left / length);
    left -= length;
  }
  return points.at(-1) as Point;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}
