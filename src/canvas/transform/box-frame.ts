import { boundsOf, middleOf, ownBoxOf, toBoard, unionOf } from "../../board/bounds.js";
import type { Point } from "../../board/point.js";
import { turned, turnOf } from "../../board/transform.js";
import type { Shape } from "../../signal/shape.js";

/** A box, maybe turned, around shapes: `x` and `y` are its middle on the board, `angle` its turn in radians. */
export interface BoxFrame extends Point {
  readonly w: number;
  readonly h: number;
  readonly angle: number;
}

/**
 * The box around shapes: around a single one in its own axes, around several upright; null around nothing. Lines are to
 * be given in their place.
 */
export function boxFrameOf(shapes: readonly Shape[]): BoxFrame | null {
  const [first] = shapes;
  if (!first) return null;
  if (shapes.length === 1) {
    const { w, h, ...place } = ownBoxOf(first);
    return { ...toBoard(first, middleOf({ ...place, w, h })), w, h, angle: turnOf(first) };
  }
  const box = unionOf(shapes.map(boundsOf));
  return box && { ...middleOf(box), w: box.w, h: box.h, angle: 0 };
}

/** The board point of one told from the frame's middle, along its axes. */
export function outOfFrame(frame: BoxFrame, { x, y }: Point): Point {
  const [dx, dy] = turned(x, y, frame.angle);
  return { x: frame.x + dx, y: frame.y + dy };
}

/** A board point as told from the frame's middle, along its axes: the way back of {@link outOfFrame}. */
export function intoFrame(frame: BoxFrame, point: Point): Point {
  const [x, y] = turned(point.x - frame.x, point.y - frame.y, -frame.angle);
  return { x, y };
}

/** The frame with `margin` more on every side. */
export function growFrame(frame: BoxFrame, margin: number): BoxFrame {
  return { ...frame, w: frame.w + 2 * margin, h: frame.h + 2 * margin };
}

/** The frame's corners on the board, clockwise from its top left. */
export function frameCorners(frame: BoxFrame): readonly Point[] {
  const [x, y] = [frame.w / 2, frame.h / 2];
  const corners = [
    { x: -x, y: -y },
    { x, y: -y },
    { x, y },
    { x: -x, y },
  ];
  return corners.map((corner) => outOfFrame(frame, corner));
}

/** True for a board point in the frame. */
export function isInFrame(frame: BoxFrame, point: Point): boolean {
  const { x, y } = intoFrame(frame, point);
  return Math.abs(x) <= frame.w / 2 && Math.abs(y) <= frame.h / 2;
}
