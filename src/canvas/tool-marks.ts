import type { Box } from "../board/bounds.js";
import type { Point } from "../board/point.js";
import type { ShapeId } from "../signal/ids.js";

/** What lies over the board for the hand's own eyes: never sent, never recorded. Lengths are board units. */
export interface ToolMarks {
  /** A selection box under way. */
  readonly marquee: Box | null;
  /** The way of a lasso under way. */
  readonly lasso: readonly Point[];
  /** What a press would take. */
  readonly hover: readonly ShapeId[];
  /** The shapes that something is about to be put into or bound to. */
  readonly targets: readonly ShapeId[];
  /** Whether the selection has handles to take hold of. */
  readonly hasHandles: boolean;
  /** What a moved shape lines up with. */
  readonly guides: readonly Guide[];
}

/**
 * Says what lines up. `x` stands for what is at one x. An `align` guide lies along the other axis, at `at`, and runs from
 * `from` to `to`; a `gap` is one of several that are equally wide, lies along its own axis and stands at `at` on the other.
 */
export interface Guide {
  readonly type: "align" | "gap";
  readonly axis: "x" | "y";
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Nothing marked. */
export const NO_MARKS: ToolMarks = {
  marquee: null,
  lasso: [],
  hover: [],
  targets: [],
  hasHandles: false,
  guides: [],
};
