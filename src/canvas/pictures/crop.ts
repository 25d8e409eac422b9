import type { Box } from "../../board/bounds.js";
import type { Point } from "../../board/point.js";
import { turned } from "../../board/transform.js";
import { propOf } from "../../signal/optional.js";
import type { ImageShape } from "../../signal/shape.js";

/** A side or corner of a crop by the directions it lies in: `-1` left or top, `1` right or bottom, `0` neither. */
export interface CropHandle {
  readonly x: -1 | 0 | 1;
  readonly y: -1 | 0 | 1;
}

/** So much of a picture is always left. */
const LEAST = 0.02;
const WHOLE: Box = { x: 0, y: 0, w: 1, h: 1 };

/** The part of its picture that a shape shows, as shares of the whole. */
export function cropOf(shape: ImageShape): Box {
  const [x, y, w, h] = [propOf(shape, "cropX"), propOf(shape, "cropY"), propOf(shape, "cropW"), propOf(shape, "cropH")];
  return w > 0 && h > 0 ? { x, y, w, h } : WHOLE;
}

/** How large the whole picture would be on the board, in board units. */
export function wholeSize(shape: ImageShape): { readonly w: number; readonly h: number } {
  const crop = cropOf(shape);
  return { w: Math.abs(shape.w) / crop.w, h: Math.abs(shape.h) / crop.h };
}

/**
 * A crop with one of its sides or corners moved, or moved as a whole; it stays within the picture, and some is left.
 *
 * @param handle null for the whole.
 * @param by how far, as shares of the picture.
 */
export function draggedCrop(crop: Box, handle: CropHandle | null, by: Point): Box {
  if (!handle) {
    return { ...crop, x: within(crop.x + by.x, 0, 1 - crop.w), y: within(crop.y + by.y, 0, 1 - crop.h) };
  }
  const [x, w] = draggedSide(crop.x, crop.w, handle.x, by.x);
  const [y, h] = draggedSide(crop.y, crop.h, handle.y, by.y);
  return { x, y, w, h };
}

/** The properties of a shape that shows another part of its picture, which stays where it is on the board. */
export function cropped(shape: ImageShape, crop: Box) {
  const before = cropOf(shape);
  const whole = wholeSize(shape);
  const [signX, signY] = [shape.w < 0 ? -1 : 1, shape.h < 0 ? -1 : 1];
  const [dx, dy] = turned(
    signX * (crop.x - before.x) * whole.w,
    signY * (crop.y - before.y) * whole.h,
    propOf(shape, "rotation"),
  );
  return {
    x: shape.x + dx,
    y: shape.y + dy,
    w: signX * crop.w * whole.w,
    h: signY * crop.h * whole.h,
    cropX: crop.x,
    cropY: crop.y,
    cropW: crop.w,
    cropH: crop.h,
  };
}

function draggedSide(from: number, length: number, side: -1 | 0 | 1, by: number): [from: number, length: number] {
  const end = from + length;
  if (side === 0) return [from, length];
  if (side === 1) return [from, within(end + by, from + LEAST, 1) - from];
  const start = within(from + by, 0, end - LEAST);
  return [start, end - start];
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
