import type { Board } from "../board/board.js";
import { middleOf, unionOf } from "../board/bounds.js";
import { part } from "../board/part.js";
import type { ShapeId } from "../signal/ids.js";
import type { Signal } from "../signal/signal.js";
import { changedProps } from "./changed-props.js";
import type { Axis } from "./distribute.js";
import { isMirroredByScale, mirrored } from "./mirror.js";
import { boxOf, editable, withContents } from "./selection.js";

/** Mirrors the shapes that are not locked in the box around them, left to right (`x`) or upside down (`y`). */
export function flipping(board: Board, ids: readonly ShapeId[], axis: Axis): readonly Signal[] {
  const shapes = withContents(board, editable(board, ids));
  const all = unionOf(shapes.map((shape) => boxOf(board, shape)));
  if (!all) return [];
  const middle = middleOf(all);
  const scaling = { x: part(middle.x), y: part(middle.y), ...(axis === "x" ? { sx: -1, sy: 1 } : { sx: 1, sy: -1 }) };
  const mirroring = { ids: new Set(shapes.map(({ id }) => id)), isInOwnAxes: false };
  const byScale = shapes.filter((shape) => isMirroredByScale(shape, mirroring));
  const others = shapes.filter((shape) => !byScale.includes(shape));
  return [
    ...(byScale.length > 0 ? [{ type: "shapes.scale" as const, ids: byScale.map(({ id }) => id), ...scaling }] : []),
    ...others.flatMap((shape): readonly Signal[] => {
      const props = changedProps(shape, mirrored(shape, scaling, mirroring));
      return Object.keys(props).length > 0 ? [{ type: "shape.set", id: shape.id, props }] : [];
    }),
  ];
}
