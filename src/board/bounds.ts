import { INK_STRIDE } from "../signal/ink.js";
import { isLoaded, type InkShape, type Shape, type TextShape, type UnknownShape } from "../signal/shape.js";

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

/** The box around a shape's geometry, without its stroke's width. For text it is an estimate; ink that is not
 * loaded is a point. */
export function boundsOf(shape: Shape): Box {
  switch (shape.kind) {
    case "ink":
      return inkBounds(shape as InkShape);
    case "text":
      return textBounds(shape as TextShape);
    default:
      return sizedBounds(shape as UnknownShape);
  }
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

/** The box with `margin` more on every side. */
export function grow(box: Box, margin: number): Box {
  return { x: box.x - margin, y: box.y - margin, w: box.w + 2 * margin, h: box.h + 2 * margin };
}

function inkBounds({ x, y, step, points }: InkShape): Box {
  if (!isLoaded(points)) return { x, y, w: 0, h: 0 };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < points.length; at += INK_STRIDE) {
    left = Math.min(left, points[at]!);
    right = Math.max(right, points[at]!);
    top = Math.min(top, points[at + 1]!);
    bottom = Math.max(bottom, points[at + 1]!);
  }
  if (left > right) return { x, y, w: 0, h: 0 };
  return { x: x + left * step, y: y + top * step, w: (right - left) * step, h: (bottom - top) * step };
}

function textBounds({ x, y, text, fontSize }: TextShape): Box {
  const lines = text.split("\n");
  const letters = Math.max(...lines.map((line) => line.length));
  return { x, y, w: letters * fontSize * LETTER_WIDTH, h: lines.length * fontSize * LINE_HEIGHT };
}

function sizedBounds(shape: UnknownShape): Box {
  const w = typeof shape.w === "number" ? shape.w : UNKNOWN_BOX.w;
  const h = typeof shape.h === "number" ? shape.h : UNKNOWN_BOX.h;
  return { x: Math.min(shape.x, shape.x + w), y: Math.min(shape.y, shape.y + h), w: Math.abs(w), h: Math.abs(h) };
}
