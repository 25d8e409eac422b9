import type { Box } from "../../board/bounds.js";

/**
 * Saves the context, and lets only what is in a box of the board be painted on.
 *
 * @param left device pixels from the board's origin to the canvas's left edge; `top` to its upper one.
 */
export function clipTo(
  context: CanvasRenderingContext2D,
  { x, y, w, h }: Box,
  scale: number,
  left: number,
  top: number,
): void {
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.beginPath();
  context.rect(x * scale - left, y * scale - top, w * scale, h * scale);
  context.clip();
}
