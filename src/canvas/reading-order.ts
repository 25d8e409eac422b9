import type { Board } from "../board/board.js";
import { shapesOf } from "../board/leaves.js";
import type { PageId, ShapeId } from "../signal/ids.js";
import type { Shape } from "../signal/shape.js";
import { seenBoxOf } from "./transform/seen-box.js";

/**
 * The shapes of a page as they are read: from top to bottom, those that stand in one row from left to right. In a row are
 * those whose middles are not below the first one's foot.
 */
export function inReadingOrder(board: Board, page: PageId): readonly Shape[] {
  const boxed = [...shapesOf(board)]
    .filter((shape) => shape.page === page)
    .map((shape) => ({ shape, box: seenBoxOf(board, shape) }))
    .sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x || a.shape.id - b.shape.id);
  const rows: (typeof boxed)[] = [];
  let foot = -Infinity;
  for (const item of boxed) {
    const row = rows.at(-1);
    if (row && item.box.y + item.box.h / 2 <= foot) row.push(item);
    else {
      rows.push([item]);
      foot = item.box.y + item.box.h;
    }
  }
  return rows
    .flatMap((row) => row.sort((a, b) => a.box.x - b.box.x || a.shape.id - b.shape.id))
    .map(({ shape }) => shape);
}

/** Gives pages in reading order, and sorts again only what is not as it was when it was last asked. */
export function createReadingOrder(): typeof inReadingOrder {
  let last: { readonly branches: Board["branches"]; readonly page: PageId; readonly order: readonly Shape[] } | null =
    null;
  return (board, page) => {
    const { branches } = board;
    if (last?.branches !== branches || last.page !== page)
      last = { branches, page, order: inReadingOrder(board, page) };
    return last.order;
  };
}

/** The shape after the selected ones (`step` 1) or before them (-1); the first or last without any, null at the end. */
export function neighbourOf(order: readonly Shape[], selection: readonly ShapeId[], step: 1 | -1): Shape | null {
  const selected = new Set(selection);
  const at =
    step === 1 ? order.findLastIndex(({ id }) => selected.has(id)) : order.findIndex(({ id }) => selected.has(id));
  if (at === -1) return (step === 1 ? order[0] : order.at(-1)) ?? null;
  return order[at + step] ?? null;
}
