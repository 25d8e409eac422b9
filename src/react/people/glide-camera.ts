import type { Camera, ViewSize } from "../../canvas/board-view.js";
import { cameraAround, centreOf } from "../../canvas/camera.js";

/** After so long, in milliseconds, some two thirds of the way are behind: about one camera's worth of what is told. */
const SETTLING_MS = 110;
/** Screen pixels, and shares of the zoom, that are not worth moving for. */
const NEAR_PIXELS = 0.5;
const NEAR_ZOOM = 0.001;

/** The camera `elapsed` milliseconds on its way to a goal, which it comes ever nearer to; the zoom in equal ratios. */
export function glideCamera(from: Camera, goal: Camera, size: ViewSize, elapsed: number): Camera {
  const share = 1 - Math.exp(-elapsed / SETTLING_MS);
  const [start, end] = [centreOf(from, size), centreOf(goal, size)];
  const zoom = from.zoom * (goal.zoom / from.zoom) ** share;
  return cameraAround({ x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share }, zoom, size);
}

/** True when nobody could tell the two apart, or not by more than `times` that. */
export function isNear(a: Camera, b: Camera, times = 1): boolean {
  const isSamePlace = Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y)) * b.zoom < NEAR_PIXELS * times;
  return isSamePlace && Math.abs(a.zoom / b.zoom - 1) < NEAR_ZOOM * times;
}
