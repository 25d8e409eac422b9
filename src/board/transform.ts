import { propOf } from "../signal/optional.js";
import type { LineShape, Shape, ShapeProps, UnknownShape } from "../signal/shape.js";
import { LEAST_PART, part } from "./part.js";
import type { Point } from "./point.js";
import { throughOf, writeThrough } from "./through.js";

/** Stretches `sx` and `sy` times, away from a board point. */
export interface Scaling {
  readonly x: number;
  readonly y: number;
  readonly sx: number;
  readonly sy: number;
}

/** Turns by `angle` radians, clockwise, around a board point. */
export interface Turning {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
}

/** Scales and angles are rounded to parts of this size, for the reasons that lengths are. */
const [SCALE_PARTS, ANGLE_PARTS] = [2 ** 20, 2 ** 20];
const TURN = 2 * Math.PI;

/**
 * What scaling makes of a shape: its place, and its sides, or its points' scale. A shape that is turned is stretched
 * along its own axes.
 */
export function scaled(shape: Shape, { x, y, sx, sy }: Scaling): ShapeProps {
  const angle = turnOf(shape);
  const [ownX, ownY] = turned(shape.x - x, shape.y - y, -angle);
  const [dx, dy] = turned(ownX * sx, ownY * sy, angle);
  const place = { x: part(x + dx), y: part(y + dy) };
  const even = Math.sqrt(Math.abs(sx * sy));
  switch (shape.kind) {
    case "ink":
      return {
        ...place,
        scaleX: scalePart(propOf(shape, "scaleX") * sx),
        scaleY: scalePart(propOf(shape, "scaleY") * sy),
      };
    case "text":
      return {
        ...place,
        fontSize: Math.max(1, part((shape.fontSize as number) * even)),
        boxW: part(propOf(shape, "boxW") * even),
        boxH: part(propOf(shape, "boxH") * even),
      };
    case "line":
    case "arrow": {
      const { w, h } = shape as LineShape;
      const bend = part(propOf(shape, "bend") * even * Math.sign(sx * sy));
      const through = throughAfter(shape as LineShape, (point) => ({ x: point.x * sx, y: point.y * sy }));
      return { ...place, w: part(w * sx), h: part(h * sy), bend, ...through };
    }
    default: {
      const { w, h } = shape as UnknownShape;
      if (typeof w !== "number" || typeof h !== "number") return place;
      return { ...place, w: side(w * sx), h: side(h * sy) };
    }
  }
}

/** What turning makes of a shape. Lines turn by their ends, frames go along without being turned. */
export function rotated(shape: Shape, { x, y, angle }: Turning): ShapeProps {
  const [dx, dy] = turned(shape.x - x, shape.y - y, angle);
  const place = { x: part(x + dx), y: part(y + dy) };
  if (shape.kind === "frame") return place;
  if (shape.kind === "line" || shape.kind === "arrow") {
    const [w, h] = turned((shape as LineShape).w, (shape as LineShape).h, angle);
    const through = throughAfter(shape as LineShape, (point) => {
      const [throughX, throughY] = turned(point.x, point.y, angle);
      return { x: throughX, y: throughY };
    });
    return { ...place, w: part(w), h: part(h), ...through };
  }
  return { ...place, rotation: anglePart(propOf(shape, "rotation") + angle) };
}

/** By how much a shape is turned around its place. */
export function turnOf(shape: Shape): number {
  return shape.kind === "line" || shape.kind === "arrow" || shape.kind === "frame" ? 0 : propOf(shape, "rotation");
}

/** A way, turned clockwise. */
export function turned(dx: number, dy: number, angle: number): [number, number] {
  if (angle === 0) return [dx, dy];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [dx * cos - dy * sin, dx * sin + dy * cos];
}

/** The points a line leads through, each changed; nothing for a line that has none. */
function throughAfter(line: LineShape, change: (point: Point) => Point): ShapeProps {
  const points = throughOf(line);
  return points.length === 0 ? {} : { through: writeThrough(points.map(change)) };
}

/** A side that stays one, however small: what is gone could never be stretched again. */
function side(length: number): number {
  return part(length) || Math.sign(length) * LEAST_PART + 0;
}

function scalePart(scale: number): number {
  return Math.round(scale * SCALE_PARTS) / SCALE_PARTS || Math.sign(scale) / SCALE_PARTS + 0;
}

/** From more than -180 to 180 degrees. */
function anglePart(angle: number): number {
  const within = angle - TURN * Math.round(angle / TURN);
  return Math.round(within * ANGLE_PARTS) / ANGLE_PARTS + 0;
}
