import { INK_STRIDE } from "../signal/ink.js";
import { propOf } from "../signal/optional.js";
import {
  isLoaded,
  type InkShape,
  type LineShape,
  type Shape,
  type TextShape,
  type UnknownShape,
} from "../signal/shape.js";
import { curveOf } from "./curve.js";
import type { Point } from "./point.js";
import { turned, turnOf } from "./transform.js";

/** A box in board units; `w` and `h` are never negative. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Height of a line of text to its letters' height. */
export const LINE_HEIGHT = 1.3;
/** What a letter takes in width on average, to its height: the board does not know fonts. */
const LETTER_WIDTH = 0.6;
const UNKNOWN_BOX = { w: 160, h: 90 };

/** The box around a shape's geometry, turned as it is, without its stroke's width; see {@link ownBoxOf}. */
export function boundsOf(shape: Shape): Box {
  const own = ownBoxOf(shape);
  const angle = turnOf(shape);
  if (angle === 0) return { x: shape.x + own.x, y: shape.y + own.y, w: own.w, h: own.h };
  return boxAround(cornersOf(own).map((corner) => toBoard(shape, corner)));
}

/**
 * The box around a shape's geometry as it is before it is turned, from the shape's own place. For text that nobody
 * measured it is an estimate; ink that is not loaded is a point.
 */
export function ownBoxOf(shape: Shape): Box {
  switch (shape.kind) {
    case "ink":
      return inkBox(shape as InkShape);
    case "text":
      return textBox(shape as TextShape);
    case "line":
    case "arrow":
      return boxAround(curveOf(shape as LineShape).extremes);
    default:
      return sizedBox(shape as UnknownShape);
  }
}

/** The board point of a point that is told from the shape's own place, before it is turned. */
export function toBoard(shape: Shape, { x, y }: Point): Point {
  const [dx, dy] = turned(x, y, turnOf(shape));
  return { x: shape.x + dx, y: shape.y + dy };
}

/** A board point as told from the shape's own place, before it is turned: the way back of {@link toBoard}. */
export function toOwn(shape: Shape, { x, y }: Point): Point {
  const [dx, dy] = turned(x - shape.x, y - shape.y, -turnOf(shape));
  return { x: dx, y: dy };
}

/** The corners of a box, clockwise from its top left. */
export function cornersOf({ x, y, w, h }: Box): [Point, Point, Point, Point] {
  return [
    { x, y },
    { x: x + w, y },
    { x: x + w, y: y + h },
    { x, y: y + h },
  ];
}

/** The middle of a box. */
export function middleOf({ x, y, w, h }: Box): Point {
  return { x: x + w / 2, y: y + h / 2 };
}

/** The smallest box around all the boxes; null when there are none. */
export function unionOf(boxes: Iterable<Box>): Box | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.w);
    bottom = Math.max(bottom, box.y + box.h);
  }
  return left > right ? null : { x: left, y: top, w: right - left, h: bottom - top };
}

/** True when the boxes share a point. */
export function overlaps(a: Box, b: Box): boolean {
  return a.x <= b.x + b.w && b.x <= a.x + a.w && a.y <= b.y + b.h && b.y <= a.y + a.h;
}

/** True when all of `box` lies in `frame`, give or take a rounding. */
export function isInside(box: Box, frame: Box): boolean {
  const both = unionOf([box, frame]);
  return both !== null && both.w <= frame.w + 1 && both.h <= frame.h + 1;
}

/** The box with `margin` more on every side. */
export function grow(box: Box, margin: number): Box {
  return { x: box.x - margin, y: box.y - margin, w: box.w + 2 * margin, h: box.h + 2 * margin };
}

function boxAround(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y };
}

function inkBox(ink: InkShape): Box {
  const { step, points } = ink;
  if (!isLoaded(points)) return { x: 0, y: 0, w: 0, h: 0 };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < points.length; at += INK_STRIDE) {
    left = Math.min(left, points[at]!);
    right = Math.max(right, points[at]!);
    top = Math.min(top, points[at + 1]!);
    bottom = Math.max(bottom, points[at + 1]!);
  }
  if (left > right) return { x: 0, y: 0, w: 0, h: 0 };
  const [unitX, unitY] = [step * propOf(ink, "scaleX"), step * propOf(ink, "scaleY")];
  const [w, h] = [(right - left) * Math.abs(unitX), (bottom - top) * Math.abs(unitY)];
  return { x: (unitX < 0 ? right : left) * unitX, y: (unitY < 0 ? bottom : top) * unitY, w, h };
}

function textBox(shape: TextShape): Box {
  const { text, fontSize } = shape;
  const lines = text.split("\n");
  const letters = Math.max(...lines.map((line) => line.length));
  const w = propOf(shape, "boxW") || letters * fontSize * LETTER_WIDTH;
  return { x: 0, y: 0, w, h: propOf(shape, "boxH") || lines.length * fontSize * LINE_HEIGHT };
}

function sizedBox(shape: UnknownShape): Box {
  const w = typeof shape.w === "number" ? shape.w : UNKNOWN_BOX.w;
  const h = typeof shape.h === "number" ? shape.h : UNKNOWN_BOX.h;
  return { x: Math.min(0, w), y: Math.min(0, h), w: Math.abs(w), h: Math.abs(h) };
}
