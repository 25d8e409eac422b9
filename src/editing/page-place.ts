import type { Board } from "../board/board.js";
import { pagesInOrder } from "../board/leaves.js";
import { orderAbove, orderBetween } from "../board/order.js";
import type { PageId } from "../signal/ids.js";
import type { Signal } from "../signal/signal.js";

/** Gives a page another name. Nothing when it has that name, or there is no such page. */
export function pageNamed(board: Board, id: PageId, name: string): readonly Signal[] {
  const page = Object.hasOwn(board.pages, id) ? board.pages[id] : undefined;
  if (!page || page.name === name) return [];
  return [{ type: "page.set", id, name, order: page.order }];
}

/** Moves a page to a place among all pages, 0 being the first; places beyond the ends are the ends. */
export function pageMoved(board: Board, id: PageId, place: number): readonly Signal[] {
  const pages = pagesInOrder(board);
  const page = pages.find((one) => one.id === id);
  if (!page) return [];
  const others = pages.filter((one) => one.id !== id);
  const index = Math.max(0, Math.min(place, others.length));
  if (pages[index] === page) return [];
  const below = others[index - 1]?.order ?? null;
  const above = others[index]?.order;
  const order = above === undefined ? orderAbove(below) : orderBetween(below, above);
  return [{ type: "page.set", id, name: page.name, order }];
}
