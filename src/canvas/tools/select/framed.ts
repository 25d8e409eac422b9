import type { Point } from "../../../board/point.js";
import { panBy } from "../../camera.js";
import type { ViewSize } from "../../board-view.js";
import type { Drag, ToolContext, ToolPointer } from "../../tool.js";

/** The view moves while a drag is this near to its edge or beyond, CSS pixels. */
const EDGE = 20;
/** How fast it moves at the very edge and beyond, CSS pixels a millisecond. */
const SPEED = 0.6;
/** A frame that took longer moves the view no farther than this, milliseconds. */
const MAX_FRAME = 50;

/**
 * A drag that moves once a frame at most, however often the pointer reports, and whose view moves along while the pointer
 * is at its edge: not before the pointer has been off the edge, where a drag may begin.
 */
export function framed(context: ToolContext, drag: Drag): Drag {
  const { view, clock } = context;
  let last: ToolPointer | null = null;
  let isBehind = false;
  let mayPan = false;
  let frameAt = 0;
  let cancelFrame: (() => void) | null = null;

  const pushOf = (pointer: ToolPointer) => (mayPan ? pushAt(view.size.get(), pointer) : { x: 0, y: 0 });
  const next = () => {
    frameAt = clock.now();
    cancelFrame = clock.frame(frame);
  };
  const frame = (now: number) => {
    cancelFrame = null;
    if (!last) return;
    const push = pushOf(last);
    const isPushing = push.x !== 0 || push.y !== 0;
    if (isPushing) {
      const way = SPEED * Math.min(MAX_FRAME, now - frameAt);
      view.setCamera(panBy(view.camera.get(), -push.x * way, -push.y * way));
    }
    if (isBehind || isPushing) forward(last);
    if (isBehind || isPushing) next();
    isBehind = false;
  };
  const forward = (pointer: ToolPointer) =>
    drag.move({ ...pointer, ...view.toBoard({ x: pointer.screenX, y: pointer.screenY }) });
  const stop = () => {
    cancelFrame?.();
    cancelFrame = null;
    last = null;
  };

  return {
    move(pointer) {
      const isFree = last === null || cancelFrame === null;
      last = pointer;
      mayPan ||= isOffEdges(view.size.get(), pointer);
      if (isFree) {
        drag.move(pointer);
        next();
      } else isBehind = true;
    },
    up(pointer) {
      stop();
      return drag.up(pointer);
    },
    cancel() {
      stop();
      drag.cancel();
    },
  };
}

function isOffEdges(size: ViewSize, pointer: ToolPointer): boolean {
  const push = pushAt(size, pointer);
  return push.x === 0 && push.y === 0;
}

/** How hard a pointer pushes the view on each axis, -1 to 1. */
function pushAt({ width, height }: ViewSize, { screenX, screenY }: Pick<ToolPointer, "screenX" | "screenY">): Point {
  return { x: pushAlong(screenX, width), y: pushAlong(screenY, height) };
}

function pushAlong(place: number, length: number): number {
  if (length < 4 * EDGE) return 0;
  if (place < EDGE) return -Math.min(1, (EDGE - place) / EDGE);
  return Math.max(0, Math.min(1, (place - length + EDGE) / EDGE));
}
