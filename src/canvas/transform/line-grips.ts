import { turned } from "../../board/transform.js";
import { curveOf, pointAlong } from "../../board/curve.js";
import type { Point } from "../../board/point.js";
import type { ShapeId } from "../../signal/ids.js";
import type { LineShape, ShapeProps } from "../../signal/shape.js";

/** What a line is taken hold of by: an end, or its middle, which bends it. */
export type LineGrip = "start" | "end" | "bend";

/** The angles that shift keeps a line to: 15 degrees apart. */
const ANGLE_STEP = Math.PI / 12;

/** Where an end is bound: a shape, and the place on it as shares of its box. */
export interface EndTarget extends Point {
  readonly id: ShapeId;
}

/** Where a line's grips are on the board; the line is to be given in its place. */
export function lineGrips(line: LineShape): readonly (Point & { readonly grip: LineGrip })[] {
  const onBoard = ({ x, y }: Point) => ({ x: line.x + x, y: line.y + y });
  const curve = curveOf(line);
  return [
    { grip: "bend", ...onBoard(pointAlong(curve, 0.5)) },
    { grip: "start", ...onBoard(curve.from) },
    { grip: "end", ...onBoard(curve.to) },
  ];
}

/** A line, in its place, with one end at a board point and bound to what is given, or to nothing. */
export function withEnd(line: LineShape, end: "start" | "end", to: Point, target: EndTarget | null): ShapeProps {
  const [x, y] = [line.x + line.w, line.y + line.h];
  const place =
    end === "end"
      ? { x: line.x, y: line.y, w: to.x - line.x, h: to.y - line.y }
      : { x: to.x, y: to.y, w: x - to.x, h: y - to.y };
  const bound = target ?? { id: 0, x: 0.5, y: 0.5 };
  return { ...place, [`${end}Id`]: bound.id, [`${end}X`]: bound.x, [`${end}Y`]: bound.y };
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
