import type { Board } from "../../board/board.js";
import { shapeAt } from "../../board/leaves.js";
import { isOptional } from "../../signal/optional.js";
import { PLAIN } from "../../signal/plain.js";
import type { PropValue, Shape, ShapeProps } from "../../signal/shape.js";
import type { Signal } from "../../signal/signal.js";

/** Off by less than this a place or size is as good as right, board units; factors and angles are far finer. */
const CLOSE = 1 / 1024;

type Props = { readonly [prop: string]: PropValue | undefined };

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
    const now = shapeAt(board, shape.id) as (Shape & Props) | undefined;
    if (!now) return [];
    const props = Object.entries(change(shape)).filter(([name, value]) => !isClose(valueOf(now, name), value));
    return settingOf(shape, Object.fromEntries(props));
  });
}

/** Those of the properties that the shape does not have like that. */
export function changedProps(shape: Shape, props: ShapeProps): ShapeProps {
  return Object.fromEntries(Object.entries(props).filter(([name, value]) => valueOf(shape, name) !== value));
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

function valueOf(shape: Shape, name: string): PropValue | undefined {
  return (shape as Props)[name] ?? (isOptional(shape.kind, name) ? PLAIN[name] : undefined);
}

function isClose(a: PropValue | undefined, b: PropValue): boolean {
  return typeof a === "number" && typeof b === "number" ? Math.abs(a - b) < CLOSE : a === b;
}
