import { boundTo, isLine } from "../board/binding.js";
import type { Board } from "../board/board.js";
import { compareOrder } from "../board/order.js";
import type { PageId, ShapeId } from "../signal/ids.js";
import { propOf, withoutPlain } from "../signal/optional.js";
import type { LineShape, Shape, ShapeProps } from "../signal/shape.js";
import type { Signal } from "../signal/signal.js";
import { memberships } from "./groups.js";
import { ownEnds } from "./in-place.js";
import { keysAbove } from "./order.js";
import { shapesAt, withContents } from "./selection.js";

/**
 * A part of a board that stands for itself: its lines are bound only to shapes in it, and its shapes are only in frames
 * and groups that are in it as a whole. From the lowest to the highest.
 */
export type Fragment = readonly Shape[];

/** Where a fragment is put, and what makes its shapes new. */
export interface Placing {
  readonly page: PageId;
  readonly dx: number;
  readonly dy: number;
  /** The order key that its shapes are to be above; null for none. */
  readonly top: string | null;
  newId(): ShapeId;
  /** A name for a group that no other group has. */
  newGroup(): string;
}

/** A copy of shapes, and of what is in the frames among them. A line whose other end is not copied keeps its place. */
export function fragmentOf(board: Board, ids: readonly ShapeId[]): Fragment {
  const shapes = withContents(board, shapesAt(board, ids)).toSorted(compareOrder);
  const inside = new Set(shapes.map(({ id }) => id as number));
  return memberships(board, shapes).map(({ shape, whole }) => {
    const placed = isLine(shape) && boundTo(shape).length > 0 ? released(board, shape, inside) : shape;
    const frame = inside.has(propOf(shape, "frame")) ? propOf(shape, "frame") : 0;
    return withoutPlain({ ...placed, frame, group: whole.join("/") } as Shape);
  });
}

/** A fragment on a page, as new shapes above all others. */
export function placed(fragment: Fragment, placing: Placing): readonly Shape[] {
  const ids = new Map(fragment.map(({ id }) => [id as number, placing.newId()]));
  const groups = new Map<string, string>();
  const regrouped = (path: string) =>
    path
      .split("/")
      .map((name) => {
        if (!groups.has(name)) groups.set(name, placing.newGroup());
        return groups.get(name);
      })
      .join("/");
  const keys = keysAbove(placing.top, fragment.length);
  return fragment.map((shape, index) => {
    const group = propOf(shape, "group");
    const links = Object.fromEntries(
      (["frame", "startId", "endId"] as const)
        .filter((name) => name in shape)
        .map((name) => [name, ids.get(propOf(shape, name)) ?? 0]),
    );
    return withoutPlain({
      ...shape,
      id: ids.get(shape.id)!,
      page: placing.page,
      order: keys[index]!,
      x: shape.x + placing.dx,
      y: shape.y + placing.dy,
      ...links,
      ...(group !== "" && { group: regrouped(group) }),
    } as Shape);
  });
}

/** Signals that add shapes. */
export function adding(shapes: readonly Shape[]): readonly Signal[] {
  return shapes.map((shape) => ({ type: "shape.add", shape }));
}

/** A line without the bindings that lead out of a fragment, with all its ends where they are drawn. */
function released(board: Board, line: LineShape, inside: ReadonlySet<number>): Shape {
  const loose: ShapeProps = Object.fromEntries(
    (["start", "end"] as const)
      .filter((end) => !inside.has(propOf(line, `${end}Id`)))
      .flatMap((end) => [
        [`${end}Id`, 0],
        [`${end}X`, 0.5],
        [`${end}Y`, 0.5],
      ]),
  );
  return { ...line, ...ownEnds(board, line), ...loose } as Shape;
}
