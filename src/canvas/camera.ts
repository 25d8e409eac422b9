import type { Box } from "../board/bounds.js";
import { LIMITS } from "../signal/limits.js";
import type { Camera, ViewSize } from "./board-view.js";
import type { Point } from "../board/point.js";

export const MIN_ZOOM = 0.1;
export const MAX_ZOOM = 8;
/** What is left free around what is fitted into a view: a tenth of its side, but no more screen pixels than this. */
const MAX_MARGIN = 32;

/** Where the board lies under a view's pixels, in device pixels: whole ones, so that panning moves a picture exactly. */
export interface PixelFrame {
  /** Device pixels to a board unit. */
  readonly scale: number;
  /** Device pixels from the board's origin to the view's left edge. */
  readonly left: number;
  /** Device pixels from the board's origin to the view's top edge. */
  readonly top: number;
  /** Device pixels. */
  readonly width: number;
  /** Device pixels. */
  readonly height: number;
}

/** The camera with its zoom within {@link MIN_ZOOM} to {@link MAX_ZOOM} and its place on the board. */
export function clampCamera({ x, y, zoom }: Camera): Camera {
  return {
    x: clamp(x, -LIMITS.coordinate, LIMITS.coordinate),
    y: clamp(y, -LIMITS.coordinate, LIMITS.coordinate),
    zoom: clamp(zoom, MIN_ZOOM, MAX_ZOOM),
  };
}

/** The pixels a camera shows. */
export function pixelFrame(camera: Camera, size: ViewSize): PixelFrame {
  const scale = camera.zoom * size.devicePixelRatio;
  return {
    scale,
    left: Math.round(camera.x * scale),
    top: Math.round(camera.y * scale),
    width: Math.round(size.width * size.devicePixelRatio),
    height: Math.round(size.height * size.devicePixelRatio),
  };
}

/** The board point at a point of the screen. */
export function toBoard(camera: Camera, point: Point): Point {
  return { x: camera.x + point.x / camera.zoom, y: camera.y + point.y / camera.zoom };
}

/** The point of the screen where a board point is. */
export function toScreen(camera: Camera, point: Point): Point {
  return { x: (point.x - camera.x) * camera.zoom, y: (point.y - camera.y) * camera.zoom };
}

/** Zooms by a factor so that what is under a point of the screen stays there. */
export function zoomAround(camera: Camera, point: Point, factor: number): Camera {
  const zoom = clamp(camera.zoom * factor, MIN_ZOOM, MAX_ZOOM);
  const { x, y } = toBoard(camera, point);
  return clampCamera({ x: x - point.x / zoom, y: y - point.y / zoom, zoom });
}

/** Moves by screen pixels, as if the board were pushed by a hand. */
export function panBy(camera: Camera, dx: number, dy: number): Camera {
  return clampCamera({ ...camera, x: camera.x - dx / camera.zoom, y: camera.y - dy / camera.zoom });
}

/** Moves and zooms so that what was under two fingers stays under them. */
export function pinch(camera: Camera, before: readonly [Point, Point], after: readonly [Point, Point]): Camera {
  const [from, to] = [middle(before), middle(after)];
  const panned = panBy(camera, to.x - from.x, to.y - from.y);
  return zoomAround(panned, to, distance(after) / distance(before));
}

/** The camera that has a board point in the middle of a view. */
export function cameraAround(centre: Point, zoom: number, size: ViewSize): Camera {
  const kept = clamp(zoom, MIN_ZOOM, MAX_ZOOM);
  return clampCamera({ x: centre.x - size.width / 2 / kept, y: centre.y - size.height / 2 / kept, zoom: kept });
}

/** The board point in the middle of a view. */
export function centreOf(camera: Camera, size: ViewSize): Point {
  return toBoard(camera, { x: size.width / 2, y: size.height / 2 });
}

/**
 * The camera that shows all of a box, at 100 % at most; the origin in the middle when there is no box. A view that has
 * no size yet gets 100 %.
 */
export function cameraFor(box: Box | null, size: ViewSize): Camera {
  if (!box) return cameraAround({ x: 0, y: 0 }, 1, size);
  const room = (side: number) => (side === 0 ? Infinity : side - 2 * Math.min(MAX_MARGIN, side / 10));
  const zoom = Math.min(1, room(size.width) / Math.max(1, box.w), room(size.height) / Math.max(1, box.h));
  return cameraAround({ x: box.x + box.w / 2, y: box.y + box.h / 2 }, zoom, size);
}

/** The board box that a view shows. */
export function visibleBox(camera: Camera, size: ViewSize): Box {
  return { x: camera.x, y: camera.y, w: size.width / camera.zoom, h: size.height / camera.zoom };
}

function middle([a, b]: readonly [Point, Point]): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function distance([a, b]: readonly [Point, Point]): number {
  return Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
