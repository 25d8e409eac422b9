import { bezierPoint } from "../../board/bezier.js";
import { pointsOfLine, wayThrough } from "../../board/binding.js";
import { curveOf } from "../../board/curve.js";
import type { Point } from "../../board/point.js";
import { turned } from "../../board/transform.js";
import type { ShapeId } from "../../signal/ids.js";
import { LIMITS } from "../../signal/limits.js";
import type { LineShape, ShapeProps } from "../../signal/shape.js";

/**
 * What a line is taken hold of by: an end; its middle, which bends it; of a line through points one of those, or the middle
 * of a part, where there will be a point before that of the number.
 */
export type LineGrip = "start" | "end" | "bend" | { readonly point: number } | { readonly middle: number };

/** A grip and its place on the board. */
export interface PlacedLineGrip extends Point {
  readonly grip: LineGrip;
}

/** The angles that shift keeps a line to: 15 degrees apart. */
const ANGLE_STEP = Math.PI / 12;
/** A part shorter than this has no grip in its middle, CSS pixels. */
const MIN_PART = 36;

/** Where an end is bound: a shape, and the place on it as shares of its box. */
export interface EndTarget extends Point {
  readonly id: ShapeId;
}

/** Where a line's grips are on the board at a zoom, those that lie above others last; the line is to be given in its place. */
export function lineGrips(line: LineShape, zoom: number): readonly PlacedLineGrip[] {
  const points = pointsOfLine(line);
  const [start, end] = [points[0] as Point, points.at(-1) as Point];
  const through = points.slice(1, -1).map((point, index) => ({ grip: { point: index }, ...point }));
  return [...middles(line, zoom), ...through, { grip: "start", ...start }, { grip: "end", ...end }];
}

/** The grip that a pointer at a board point takes hold of: the nearest in reach, of a short line rather its points. */
export function lineGripAt(line: LineShape, zoom: number, { x, y }: Point, reach: number): LineGrip | null {
  const distance = (grip: Point) => Math.hypot(grip.x - x, grip.y - y);
  const near = lineGrips(line, zoom).filter((grip) => distance(grip) <= reach);
  const ofPoints = near.filter(({ grip }) => !isMiddle(grip));
  const [nearest] = (ofPoints.length > 0 ? ofPoints : near).toReversed().sort((a, b) => distance(a) - distance(b));
  return nearest?.grip ?? null;
}

/** True for a grip in the middle of a line, or of a part of one. */
export function isMiddle(grip: LineGrip): boolean {
  return grip === "bend" || (typeof grip === "object" && "middle" in grip);
}

function middles(line: LineShape, zoom: number): readonly PlacedLineGrip[] {
  const { pieces } = curveOf(line);
  const isBent = pieces.length === 1;
  if (pieces.length > LIMITS.linePoints) return [];
  return pieces.flatMap((piece, index): readonly PlacedLineGrip[] => {
    const [from, to, { x, y }] = [piece[0], piece.at(-1) as Point, bezierPoint(piece, 0.5)];
    if (!isBent && Math.hypot(to.x - from.x, to.y - from.y) * zoom < MIN_PART) return [];
    return [{ grip: isBent ? "bend" : { middle: index }, x: line.x + x, y: line.y + y }];
  });
}

/** A line, in its place, with one end at a board point and bound to what is given, or to nothing. */
export function withEnd(line: LineShape, end: "start" | "end", to: Point, target: EndTarget | null): ShapeProps {
  const bound = target ?? { id: 0, x: 0.5, y: 0.5 };
  const points = pointsOfLine(line).with(end === "start" ? 0 : -1, to);
  return { ...wayThrough(points), [`${end}Id`]: bound.id, [`${end}X`]: bound.x, [`${end}Y`]: bound.y };
}

/** A line, in its place, with one of the points it leads through at a board point. */
export function withPoint(line: LineShape, index: number, to: Point): ShapeProps {
  return { ...wayThrough(pointsOfLine(line).with(index + 1, to)) };
}

/** A line, in its place, with one more point to lead through, before the one of that number. */
export function withNewPoint(line: LineShape, index: number, at: Point): ShapeProps {
  return { ...wayThrough(pointsOfLine(line).toSpliced(index + 1, 0, at)), bend: 0 };
}

/** A line, in its place, with one point less to lead through. */
export function withoutPoint(line: LineShape, index: number): ShapeProps {
  return { through: "", ...wayThrough(pointsOfLine(line).toSpliced(index + 1, 1)) };
}

/** The bend of a line, in its place, whose middle is at a board point; straight when it is within `reach` of that. */
export function bendThrough({ x, y, w, h }: LineShape, point: Point, reach: number): number {
  const [, off] = turned(point.x - x - w / 2, point.y - y - h / 2, -Math.atan2(h, w));
  return Math.abs(off) <= reach ? 0 : off;
}

/** The point nearest to `to` on a line from `from` at one of every 15 degrees. */
export function onAngle(from: Point, to: Point): Point {
  const [w, h] = [to.x - from.x, to.y - from.y];
  const angle = Math.round(Math.atan2(h, w) / ANGLE_STEP) * ANGLE_STEP;
  const length = w * Math.cos(angle) + h * Math.sin(angle);
  return { x: from.x + length * Math.cos(angle), y: from.y + length * Math.sin(angle) };
}
