import type { Board } from "../../board/board.js";
import { boundsOf, overlaps, type Box } from "../../board/bounds.js";
import { hitsBox } from "../../board/hit.js";
import { shapeAt, shapesOf } from "../../board/leaves.js";
import type { Point } from "../../board/point.js";
import type { ShapeId } from "../../signal/ids.js";
import { propOf } from "../../signal/optional.js";
import type { FrameShape, Shape } from "../../signal/shape.js";
import type { Signal } from "../../signal/signal.js";
import type { BoardView } from "../board-view.js";
import { placed } from "./placed.js";

/** The room above a frame that its name takes, CSS pixels. */
const NAME_HEIGHT = 24;
/** A letter of the name takes about so much, CSS pixels. */
const NAME_LETTER = 8;
const NAME_PADDING = 8;

/** The topmost frame at a board point that something can be put into; null for none. */
export function frameAt(view: BoardView, point: Point, isMoved: (id: ShapeId) => boolean): FrameShape | null {
  const there = view.shapesIn(pointBox(point)).findLast((shape) => isOpenAt(shape, point) && !isMoved(shape.id));
  return (there as FrameShape | undefined) ?? null;
}

/** What puts moved shapes into a frame, or out of theirs (null). Frames are not put into others. */
export function putInFrame(board: Board, moved: readonly ShapeId[], frame: ShapeId | null): readonly Signal[] {
  return outsideOfMovedFrames(board, moved)
    .filter((shape) => propOf(shape, "frame") !== (frame ?? 0))
    .map(({ id }) => ({ type: "shape.set", id, props: { frame: frame ?? 0 } }));
}

/** What takes shapes out of a frame that no part of them is in any more. */
export function leavingFrame(board: Board, frame: ShapeId): readonly Signal[] {
  const around = shapeAt(board, frame);
  if (!around) return [];
  const inside = [...shapesOf(board)].filter((shape) => propOf(shape, "frame") === frame && shape.page === around.page);
  return inside
    .filter((shape) => !hitsBox(placed(board, shape), boundsOf(around)))
    .map(({ id }) => ({ type: "shape.set", id, props: { frame: 0 } }));
}

/** The frame whose name is at a board point; null for none. The name is above the frame, as large at every zoom. */
export function frameNamedAt(view: BoardView, point: Point, zoom: number): FrameShape | null {
  const reach = { x: point.x, y: point.y, w: 0, h: NAME_HEIGHT / zoom };
  const there = view.shapesIn(reach).findLast((shape) => isNamedAt(shape, point, zoom));
  return (there as FrameShape | undefined) ?? null;
}

function isNamedAt(shape: Shape, point: Point, zoom: number): boolean {
  if (shape.kind !== "frame" || propOf(shape, "locked") === 1) return false;
  const { x, y, w, text } = shape as FrameShape;
  const name = Math.max(NAME_HEIGHT, text.length * NAME_LETTER + 2 * NAME_PADDING) / zoom;
  const height = NAME_HEIGHT / zoom;
  return overlaps({ x, y: y - height, w: Math.min(Math.abs(w), name), h: height }, pointBox(point));
}

function isOpenAt(shape: Shape, point: Point): boolean {
  if (shape.kind !== "frame" || propOf(shape, "locked") === 1) return false;
  const { x, y, w, h } = shape as FrameShape;
  return overlaps({ x, y, w, h }, pointBox(point));
}

function pointBox({ x, y }: Point): Box {
  return { x, y, w: 0, h: 0 };
}

/** A frame's own children need no telling where they are: the others of these shapes do. */
function outsideOfMovedFrames(board: Board, ids: readonly ShapeId[]): readonly Shape[] {
  const moved = new Set<number>(ids);
  return ids.flatMap((id) => {
    const shape = shapeAt(board, id);
    return shape && shape.kind !== "frame" && !moved.has(propOf(shape, "frame")) ? [shape] : [];
  });
}
