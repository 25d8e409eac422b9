import type { Board } from "../board/board.js";
import type { ShapeId } from "../signal/ids.js";
import { propOf } from "../signal/optional.js";
import type { Shape } from "../signal/shape.js";
import { fragmentOf, placed, type Placing } from "./fragment.js";
import { memberships } from "./groups.js";
import { editable, withContents } from "./selection.js";
import { compareOrder } from "../board/order.js";

/** Copies of the shapes that are not locked, in the frames and groups that those are in which are not copied. */
export function duplicates(board: Board, ids: readonly ShapeId[], placing: Placing): readonly Shape[] {
  const originals = withContents(board, editable(board, ids)).toSorted(compareOrder);
  const copies = placed(
    fragmentOf(
      board,
      originals.map(({ id }) => id),
    ),
    placing,
  );
  const inside = new Set(originals.map(({ id }) => id as number));
  return memberships(board, originals).map(({ shape, around }, index) => {
    const copy = copies[index]!;
    const frame = propOf(shape, "frame");
    const own = propOf(copy, "group");
    const group = [...around, ...(own === "" ? [] : [own])].join("/");
    return {
      ...copy,
      ...(group !== "" && { group }),
      ...(frame !== 0 && !inside.has(frame) && { frame }),
    } as Shape;
  });
}
