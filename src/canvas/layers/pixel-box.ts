import { type Box, grow, unionOf } from "../../board/bounds.js";
import type { PixelFrame } from "../camera.js";

/** Device pixels that a drawing may touch beyond its box: lines thinner than a pixel are drawn a pixel wide. */
const EDGE = 2;

/**
 * The view's pixels that drawings in some boxes of the board may touch, from its left top corner; null for none.
 *
 * @param unit pixels that the sides are whole multiples of, where the view does not end before.
 */
export function pixelBoxOf(
  boxes: Iterable<Box>,
  { scale, left, top, width, height }: PixelFrame,
  unit = 1,
): Box | null {
  const union = unionOf(boxes);
  if (!union) return null;
  const { x, y, w, h } = grow({ x: union.x * scale, y: union.y * scale, w: union.w * scale, h: union.h * scale }, EDGE);
  const down = (value: number) => Math.max(0, Math.floor(value / unit) * unit);
  const up = (value: number, end: number) => Math.min(end, Math.ceil(value / unit) * unit);
  const [fromX, fromY] = [down(x - left), down(y - top)];
  const [toX, toY] = [up(x + w - left, width), up(y + h - top, height)];
  return fromX < toX && fromY < toY ? { x: fromX, y: fromY, w: toX - fromX, h: toY - fromY } : null;
}
