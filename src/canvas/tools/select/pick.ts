import { toOwn } from "../../../board/bounds.js";
import { isInside, outlineOf } from "../../../board/outline.js";
import type { Point } from "../../../board/point.js";
import { propOf } from "../../../signal/optional.js";
import type { Shape } from "../../../signal/shape.js";
import { boxFrameOf, isInFrame, type BoxFrame } from "../../transform/box-frame.js";
import { frameNamedAt } from "../../transform/frames.js";
import { placed } from "../../transform/placed.js";
import { editable } from "../../../editing/selection.js";
import type { ToolContext, ToolPointer } from "../../tool.js";
import { reachOf, shapesAt } from "../reach.js";

const CLOSED: readonly string[] = ["rectangle", "ellipse", "diamond", "triangle", "star"];

/** The shape that a press takes: the topmost there that is not locked, or the frame whose name is there. */
export function shapeUnder(pointer: ToolPointer, context: ToolContext): Shape | null {
  const { zoom } = context.camera();
  const there = shapesAt(context, pointer, reachOf(pointer, zoom));
  return there.findLast((shape) => propOf(shape, "locked") !== 1) ?? frameNamedAt(context.view, pointer, zoom);
}

/** The topmost closed shape around a point, filled or not, that is not locked. */
export function boxAround(point: Point, { view }: ToolContext): Shape | null {
  const there = view.shapesIn({ x: point.x, y: point.y, w: 0, h: 0 });
  const isAround = (shape: Shape) =>
    CLOSED.includes(shape.kind) && propOf(shape, "locked") !== 1 && isInside(outlineOf(shape), toOwn(shape, point));
  return there.findLast(isAround) ?? null;
}

/** The selected shapes that may be changed, as they are seen. */
export function selectedShapes(context: ToolContext): readonly Shape[] {
  const board = context.board();
  return editable(board, context.selection()).map((shape) => placed(board, shape));
}

/** The box around the selected shapes that may be changed; null without any. */
export function selectedFrame(context: ToolContext): BoxFrame | null {
  return boxFrameOf(selectedShapes(context));
}

/** True for a point in the selection's box, which moves it: but in that of a single frame or line there are others. */
export function isInSelection(point: Point, context: ToolContext): boolean {
  const shapes = selectedShapes(context);
  const [first] = shapes;
  if (!first || (shapes.length === 1 && ["frame", "line", "arrow"].includes(first.kind))) return false;
  const frame = boxFrameOf(shapes);
  return frame !== null && isInFrame(frame, point);
}
