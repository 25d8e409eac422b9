import type { Box } from "../../board/bounds.js";
import type { Path } from "./path.js";

/** Draws a box with its corners rounded by `radius`, or by as much as it is wide. */
export function drawBox(path: Path, { x, y, w, h }: Box, radius = 0): void {
  const r = Math.min(radius, w / 2, h / 2);
  const [right, bottom] = [x + w, y + h];
  path.moveTo(x + r, y);
  path.lineTo(right - r, y);
  if (r > 0) path.quadraticCurveTo(right, y, right, y + r);
  path.lineTo(right, bottom - r);
  if (r > 0) path.quadraticCurveTo(right, bottom, right - r, bottom);
  path.lineTo(x + r, bottom);
  if (r > 0) path.quadraticCurveTo(x, bottom, x, bottom - r);
  path.lineTo(x, y + r);
  if (r > 0) path.quadraticCurveTo(x, y, x + r, y);
  path.closePath();
}
