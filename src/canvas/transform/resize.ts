import type { Point } from "../../board/point.js";
import type { Scaling } from "../../board/transform.js";
import { outOfFrame, type BoxFrame } from "./box-frame.js";
import { HANDLE_SIDES, type ResizeHandle } from "./handles.js";

/** How a box follows the handle that is dragged. */
export interface ResizeRules {
  /** Both sides by the same factor. */
  readonly isProportional: boolean;
  /** Around the middle instead of the opposite side. */
  readonly isCentred: boolean;
}

/** A box is never made smaller than this, board units. */
const MIN_SIDE = 1;

/**
 * What stretches a box so that a handle of it goes along by `x` and `y`, told in the box's own axes. Past the other side it
 * turns over.
 */
export function scalingFor(frame: BoxFrame, handle: ResizeHandle, way: Point, rules: ResizeRules): Scaling {
  const { w, h } = frame;
  const sides = HANDLE_SIDES[handle];
  // A side of no length cannot be stretched by its handle.
  const side = { x: w === 0 ? 0 : sides.x, y: h === 0 ? 0 : sides.y };
  const reach = rules.isCentred ? 0.5 : 1;
  const own: Factors = {
    sx: side.x === 0 ? 1 : kept(1 + (side.x * way.x) / (w * reach), w),
    sy: side.y === 0 ? 1 : kept(1 + (side.y * way.y) / (h * reach), h),
  };
  const anchor = rules.isCentred ? { x: 0, y: 0 } : { x: (-side.x * w) / 2, y: (-side.y * h) / 2 };
  return { ...outOfFrame(frame, anchor), ...(rules.isProportional ? proportional(side, own) : own) };
}

type Factors = Pick<Scaling, "sx" | "sy">;

/** The larger of both factors for both sides; a handle in the middle of a side stretches the other one along. */
function proportional(side: Point, { sx, sy }: Factors): Factors {
  if (side.x === 0) return { sx: Math.abs(sy), sy };
  if (side.y === 0) return { sx, sy: Math.abs(sx) };
  const larger = Math.max(Math.abs(sx), Math.abs(sy));
  return { sx: larger * signOf(sx), sy: larger * signOf(sy) };
}

function kept(scale: number, length: number): number {
  const least = Math.min(1, MIN_SIDE / length);
  return signOf(scale) * Math.max(least, Math.abs(scale));
}

function signOf(value: number): 1 | -1 {
  return value < 0 ? -1 : 1;
}
