import { generateKeyBetween } from "fractional-indexing";
import { boundTo, isLine } from "../board/binding.js";
import type { Board } from "../board/board.js";
import { pagesInOrder } from "../board/leaves.js";
import { orderAbove } from "../board/order.js";
import type { PageId, ShapeId } from "../signal/ids.js";
import { propOf } from "../signal/optional.js";
import type { ShapeProps } from "../signal/shape.js";
import type { Signal } from "../signal/signal.js";
import { adding, fragmentOf, placed, type Placing } from "./fragment.js";
import { fixLines, ownEnds } from "./in-place.js";
import { keysAbove } from "./order.js";
import { unframed } from "./remove.js";
import { editable, shapesOnPage, withContents } from "./selection.js";
import { compareOrder } from "../board/order.js";

/** Makes a page like another one, right behind it. Nothing when there is no such page. */
export function pageCopy(
  board: Board,
  from: PageId,
  to: { readonly id: PageId; readonly name: string },
  making: Pick<Placing, "newId" | "newGroup">,
): readonly Signal[] {
  const pages = pagesInOrder(board);
  const index = pages.findIndex(({ id }) => id === from);
  const page = pages[index];
  if (!page) return [];
  const shapes = shapesOnPage(board, from);
  const copies = placed(
    fragmentOf(
      board,
      shapes.map(({ id }) => id),
    ),
    { ...making, page: to.id, dx: 0, dy: 0, top: null },
  );
  return [
    { type: "page.add", ...to, order: keyBetween(page.order, pages[index + 1]?.order ?? null) },
    ...(page.paper ? [{ type: "page.paper", id: to.id, paper: page.paper } as const] : []),
    ...adding(copies),
  ];
}

/** Moves the shapes that are not locked to another page, above what is there; frames with what is in them. */
export function pageMove(board: Board, ids: readonly ShapeId[], page: PageId): readonly Signal[] {
  const moved = withContents(board, editable(board, ids)).filter((shape) => shape.page !== page);
  const going = new Set(moved.map(({ id }) => id));
  const target = board.pages[page];
  if (!target || moved.length === 0) return [];
  const keys = keysAbove(target.top, moved.length);
  return [
    ...fixLines(board, going),
    ...unframed(board, going),
    ...moved.toSorted(compareOrder).map((shape, index): Signal => {
      const staysBound = !isLine(shape) || boundTo(shape).every((id) => going.has(id));
      const ends: ShapeProps = staysBound ? {} : (ownEnds(board, shape) ?? {});
      const frame = going.has(propOf(shape, "frame") as ShapeId) ? {} : { frame: 0 };
      return { type: "shape.set", id: shape.id, props: { ...ends, ...frame, page, order: keys[index]! } };
    }),
  ];
}

/** An order key between two; above the first when there is none between. */
function keyBetween(below: string, above: string | null): string {
  try {
    return generateKeyBetween(below, above);
  } catch {
    return orderAbove(below);
  }
}
