import { cornersOf, ownBoxOf, toBoard } from "../../board/bounds.js";
import { curveOf, pointsAlong } from "../../board/curve.js";
import { outlineOf } from "../../board/outline.js";
import type { Point } from "../../board/point.js";
import type { ShapeId } from "../../signal/ids.js";
import type { LineShape, Shape } from "../../signal/shape.js";
import { frameCorners, type BoxFrame } from "../transform/box-frame.js";
import { placed } from "../transform/placed.js";
import type { Frame } from "./layer.js";
import type { PathMark } from "./marks.js";

/** The shapes of these ids on the frame's page, as they are seen. */
export function shapesShown({ scene, picture, page }: Frame, ids: readonly ShapeId[]): readonly Shape[] {
  return ids.flatMap((id) => {
    const shape = scene.item(id)?.shape;
    return shape?.page === page ? [placed(picture.board, shape)] : [];
  });
}

/** A line along a shape's own outline; of ink, text and the like around its box. */
export function outlineMark(shape: Shape, look: Pick<PathMark, "color" | "width" | "line">): PathMark {
  const points = traceOf(shape).map((point) => toBoard(shape, point));
  return { type: "path", points, isClosed: !isLine(shape), isFilled: false, ...look };
}

/** A line around a box that may be turned. */
export function frameMark(frame: BoxFrame, look: Pick<PathMark, "color" | "width" | "line">): PathMark {
  return { type: "path", points: frameCorners(frame), isClosed: true, isFilled: false, ...look };
}

function traceOf(shape: Shape): readonly Point[] {
  if (isLine(shape)) return pointsAlong(curveOf(shape as LineShape));
  return shape.kind === "ink" ? cornersOf(ownBoxOf(shape)) : outlineOf(shape);
}

function isLine({ kind }: Shape): boolean {
  return kind === "line" || kind === "arrow";
}
