import type { Board } from "../../board/board.js";
import { shapeAt } from "../../board/leaves.js";
import { valueOf } from "../../editing/changed-props.js";
import type { PropValue, Shape, ShapeProps } from "../../signal/shape.js";
import type { Signal } from "../../signal/signal.js";

/** Off by less than this a place or size is as good as right, board units; factors and angles are far finer. */
const CLOSE = 1 / 1024;

/** What makes shapes again what they were: nothing for those that are, and for those that are gone. */
export function restored(board: Board, before: readonly Shape[]): readonly Signal[] {
  return before.flatMap((shape) => {
    const now = shapeAt(board, shape.id);
    return now && now !== shape ? settingOf(shape, differing(now, shape)) : [];
  });
}

/** What makes shapes exactly what a long run of small steps should have made of them, where rounding led off the way. */
export function settled(
  board: Board,
  before: readonly Shape[],
  change: (shape: Shape) => ShapeProps,
): readonly Signal[] {
  return before.flatMap((shape) => {
    const now = shapeAt(board, shape.id);
    if (!now) return [];
    const props = Object.entries(change(shape)).filter(([name, value]) => !isClose(valueOf(now, name), value));
    return settingOf(shape, Object.fromEntries(props));
  });
}

function settingOf({ id }: Shape, props: ShapeProps): readonly Signal[] {
  return Object.keys(props).length === 0 ? [] : [{ type: "shape.set", id, props }];
}

function differing(now: Shape, before: Shape): ShapeProps {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = valueOf(before, name);
      return value === undefined || value === valueOf(now, name) ? [] : [[name, value]];
    }),
  );
}

function isClose(a: PropValue | undefined, b: PropValue): boolean {
  return typeof a === "number" && typeof b === "number" ? Math.abs(a - b) < CLOSE : a === b;
}
