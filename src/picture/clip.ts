import type { FindShape } from "../board/binding.js";
import { boundsOf, type Box } from "../board/bounds.js";
import type { ShapeId } from "../signal/ids.js";
import { propOf } from "../signal/optional.js";
import type { Shape } from "../signal/shape.js";

/** Frames in frames are looked at so far; no deeper, so that two that are in each other do no harm. */
const DEPTH = 8;

/** The part of the board where a shape is to be seen: its frame, and that one's; null for everywhere. */
export function clipOf(shape: Shape, find: FindShape): Box | null {
  let clip: Box | null = null;
  let inner = shape;
  for (let depth = 0; depth < DEPTH; depth++) {
    const id = propOf(inner, "frame");
    const frame = id === 0 ? undefined : find(id as ShapeId);
    if (frame?.kind !== "frame" || frame.page !== shape.page) break;
    const box = boundsOf(frame);
    clip = clip ? commonBox(clip, box) : box;
    inner = frame;
  }
  return clip;
}

/** The part that two boxes share; an empty box where they share none. */
export function commonBox(a: Box, b: Box): Box {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  return {
    x,
    y,
    w: Math.max(0, Math.min(a.x + a.w, b.x + b.w) - x),
    h: Math.max(0, Math.min(a.y + a.h, b.y + b.h) - y),
  };
}

/** True when the same part is to be seen. */
export function isSameClip(a: Box | null, b: Box | null): boolean {
  if (a === null || b === null) return a === b;
  return a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;
}
