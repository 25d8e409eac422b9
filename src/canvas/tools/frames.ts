import { boundsOf } from "../../board/bounds.js";
import { isWithin } from "../../board/hit.js";
import { propOf } from "../../signal/optional.js";
import type { FrameShape, Shape } from "../../signal/shape.js";
import type { BoardView } from "../board-view.js";

/** The topmost frame that holds all of a shape. */
export function frameAround(view: BoardView, shape: Shape): FrameShape | undefined {
  const there = view.shapesIn(boundsOf(shape));
  return there.findLast(
    (other): other is FrameShape => other.kind === "frame" && other.id !== shape.id && isWithin(shape, boundsOf(other)),
  );
}

/** The shapes that lie all in a frame and in no other, bottom to top; frames are in none. */
export function shapesToFrame(view: BoardView, frame: Shape): readonly Shape[] {
  const box = boundsOf(frame);
  return view
    .shapesIn(box)
    .filter((shape) => shape.kind !== "frame" && propOf(shape, "frame") === 0 && isWithin(shape, box));
}
