import type { LineShape } from "../../signal/shape.js";
import type { Point } from "../../board/point.js";
import type { DragKind, Extent } from "./drag-shape.js";

/** The angles that shift keeps a line to: 15 degrees apart. */
const ANGLE_STEP = Math.PI / 12;

/** How a straight line is drawn from end to end; shift keeps it to every 15 degrees. */
export function lineKind(kind: LineShape["kind"]): DragKind {
  return {
    extent,
    shape: (base, { x, y, w, h }, seed) => ({ kind, ...base, x, y, w, h, seed }),
  };
}

function extent({ x, y }: Point, to: Point, isConstrained: boolean): Extent {
  const [w, h] = [to.x - x, to.y - y];
  if (!isConstrained) return { x, y, w, h };
  const angle = Math.round(Math.atan2(h, w) / ANGLE_STEP) * ANGLE_STEP;
  const length = w * Math.cos(angle) + h * Math.sin(angle);
  return { x, y, w: length * Math.cos(angle), h: length * Math.sin(angle) };
}
