import { boundsOf } from "../../board/bounds.js";
import { shapeAt } from "../../board/leaves.js";
import type { ShapeId } from "../../signal/ids.js";
import type { ToolContext } from "../tool.js";
import { isWithin } from "../../board/hit.js";
import { propOf } from "../../signal/optional.js";
import type { FrameShape, Shape } from "../../signal/shape.js";
import type { BoardView } from "../board-view.js";
import { placed } from "../transform/placed.js";

/** Puts a shape that was just drawn into the frame that it lies in. */
export function joinFrame(id: ShapeId, context: ToolContext): void {
  const shape = shapeAt(context.board(), id);
  const frame = shape && frameAround(context.view, placed(context.board(), shape));
  if (frame) context.send([{ type: "shape.set", id, props: { frame: frame.id } }]);
}

/** The topmost frame that holds all of a shape, and is not locked. */
function frameAround(view: BoardView, shape: Shape): FrameShape | undefined {
  const there = view.shapesIn(boundsOf(shape));
  return there.findLast(
    (other): other is FrameShape =>
      other.kind === "frame" &&
      other.id !== shape.id &&
      propOf(other, "locked") === 0 &&
      isWithin(shape, boundsOf(other)),
  );
}

/** The shapes that lie all in a frame and in no other, bottom to top; frames are in none. */
export function shapesToFrame(view: BoardView, frame: Shape): readonly Shape[] {
  const box = boundsOf(frame);
  return view
    .shapesIn(box)
    .filter((shape) => shape.kind !== "frame" && propOf(shape, "frame") === 0 && isWithin(shape, box));
}
