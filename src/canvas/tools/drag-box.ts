import type { BoxShape } from "../../signal/shape.js";
import type { Point } from "../../board/point.js";
import type { DragKind, Extent } from "./drag-shape.js";

/** How a closed shape is drawn from corner to corner; shift makes its sides equal. */
export function boxKind(kind: BoxShape["kind"]): DragKind {
  return {
    extent,
    shape: (base, { x, y, w, h }, seed, context) => ({ kind, ...base, x, y, w, h, fill: context.style().fill, seed }),
  };
}

function extent(from: Point, to: Point, isConstrained: boolean): Extent {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const side = Math.max(Math.abs(dx), Math.abs(dy));
  const [w, h] = isConstrained ? [side, side] : [Math.abs(dx), Math.abs(dy)];
  return { x: dx < 0 ? from.x - w : from.x, y: dy < 0 ? from.y - h : from.y, w, h };
}
