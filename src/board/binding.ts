import type { ShapeId } from "../signal/ids.js";
import { propOf } from "../signal/optional.js";
import type { LineShape, Shape } from "../signal/shape.js";
import { ownBoxOf, toBoard } from "./bounds.js";
import { controlOf } from "./curve.js";
import { firstCrossing, isInside, outlineOf } from "./outline.js";
import { part } from "./part.js";
import type { Point } from "./point.js";
import { throughOf, writeThrough } from "./through.js";

/** How far a bound end stays off its shape's outline, in board units, besides half of both widths. */
const GAP = 4;

/** A line that ends where it begins has so many points at least, its ends among them: fewer lead there and back. */
export const CLOSED_POINTS = 4;

/** Gives a finished shape by its id. */
export type FindShape = (id: ShapeId) => Shape | undefined;

/** The shapes that a shape's ends are bound to; none for all but lines. */
export function boundTo(shape: Shape): readonly ShapeId[] {
  if (!isLine(shape)) return [];
  return [propOf(shape, "startId"), propOf(shape, "endId")].filter((id) => id !== 0) as ShapeId[];
}

/** True for a shape that has two ends. */
export function isLine(shape: Shape): shape is LineShape {
  return shape.kind === "line" || shape.kind === "arrow";
}

/**
 * A line as it is drawn: with its bound ends where their shapes are. Nothing on the board changes when a shape that
 * lines are bound to moves; they follow because this is asked again. The points it leads through stay where they are. The
 * line itself when nothing is bound.
 */
export function lineInPlace(line: LineShape, find: FindShape): LineShape {
  const [start, end] = [targetOf(line, "start", find), targetOf(line, "end", find)];
  if (!start && !end) return line;
  const own = { from: { x: line.x, y: line.y }, to: { x: line.x + line.w, y: line.y + line.h } };
  const [from, to] = [start?.anchor ?? own.from, end?.anchor ?? own.to];
  const through = throughOf(line).map(({ x, y }) => onGrid({ x: x + line.x, y: y + line.y }));
  const middle = controlOf(from, to, propOf(line, "bend"));
  const first = start ? stopBefore(start.shape, through[0] ?? middle ?? to, from, line.size) : from;
  const last = end ? stopBefore(end.shape, through.at(-1) ?? middle ?? from, to, line.size) : to;
  if (through.length === 0) return { ...line, x: first.x, y: first.y, w: last.x - first.x, h: last.y - first.y };
  return { ...line, ...wayThrough([onGrid(first), ...through, onGrid(last)]) };
}

/** To where points can be told from each other without error: a line that is put in its place stays just there. */
function onGrid({ x, y }: Point): Point {
  return { x: part(x), y: part(y) };
}

/** A line's place and way. */
export type LineWay = Pick<LineShape, "x" | "y" | "w" | "h" | "through">;

/** What leads a line through board points, of which the first and the last are its ends. */
export function wayThrough(points: readonly Point[]): LineWay {
  const [first, last] = [points[0] as Point, points.at(-1) as Point];
  const through = writeThrough(points.slice(1, -1).map(({ x, y }) => ({ x: x - first.x, y: y - first.y })));
  return { x: first.x, y: first.y, w: last.x - first.x, h: last.y - first.y, ...(through !== "" && { through }) };
}

/** The place and way that a line has. */
export function wayOf({ x, y, w, h, through }: LineShape): LineWay {
  return { x, y, w, h, ...(through !== undefined && { through }) };
}

/** The board points that a line leads through, its ends among them; a bound line is to be given in its place. */
export function pointsOfLine(line: LineShape): readonly Point[] {
  const own = [{ x: 0, y: 0 }, ...throughOf(line), { x: line.w, y: line.h }];
  return own.map(({ x, y }) => ({ x: line.x + x, y: line.y + y }));
}

/** The place on a shape at those shares of its box. */
export function anchorOn(shape: Shape, shareX: number, shareY: number): Point {
  const { x, y, w, h } = ownBoxOf(shape);
  return toBoard(shape, { x: x + w * shareX, y: y + h * shareY });
}

function targetOf(line: LineShape, end: "start" | "end", find: FindShape): { shape: Shape; anchor: Point } | null {
  const id = propOf(line, `${end}Id`);
  const shape = id === 0 ? undefined : find(id as ShapeId);
  if (!shape || isLine(shape) || shape.page !== line.page) return null;
  return { shape, anchor: anchorOn(shape, propOf(line, `${end}X`), propOf(line, `${end}Y`)) };
}

/** Where a way that comes from outside and leads to a place in a shape stops: a little before the shape's outline. */
function stopBefore(shape: Shape, from: Point, to: Point, size: number): Point {
  const corners = outlineOf(shape).map((corner) => toBoard(shape, corner));
  const crossing = isInside(corners, from) ? null : firstCrossing(corners, from, to);
  if (!crossing) return to;
  const [dx, dy] = [crossing.x - from.x, crossing.y - from.y];
  const length = Math.hypot(dx, dy);
  const share = length === 0 ? 0 : Math.max(0, 1 - (GAP + (size + shape.size) / 2) / length);
  return { x: from.x + dx * share, y: from.y + dy * share };
}
