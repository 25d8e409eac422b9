import { INK_STRIDE } from "../../../src/signal/ink.js";
import { pointsOf, type InkShape } from "../../../src/signal/shape.js";

/** A stroke's points on the board. */
export function placesOf(ink: InkShape): number[][] {
  const { x, y, step } = ink;
  const points = pointsOf(ink);
  return Array.from({ length: points.length / INK_STRIDE }, (_, index) => [
    x + (points[index * INK_STRIDE] ?? 0) * step,
    y + (points[index * INK_STRIDE + 1] ?? 0) * step,
  ]);
}

/** How hard each point of a stroke was pressed. */
export function pressureOf(ink: InkShape) {
  return pointsOf(ink).filter((_, index) => index % INK_STRIDE === 3);
}
