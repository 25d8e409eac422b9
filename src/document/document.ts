import type { Board } from "../board/board.js";
import { pagesInOrder, shapesOf } from "../board/leaves.js";
import { orderAbove } from "../board/order.js";
import { adding, fragmentOf, placed, type Fragment, type Placing } from "../editing/fragment.js";
import { shapesOnPage } from "../editing/selection.js";
import type { PageId } from "../signal/ids.js";
import type { Paper, Signal } from "../signal/signal.js";

/** What is drawn on a board, apart from any room: no members, no ids that mean something elsewhere. */
export interface BoardDocument {
  readonly pages: readonly DocumentPage[];
}

export interface DocumentPage {
  readonly name: string;
  readonly paper: Paper | null;
  readonly shapes: Fragment;
}

/** What gives the parts of a document their ids in a room. */
export interface Making extends Pick<Placing, "newId" | "newGroup"> {
  newPageId(): PageId;
}

/** The drawings of a board. Strokes under construction are left out. Throws `bad-argument` for ink that is not loaded. */
export function documentOf(board: Board): BoardDocument {
  const pages = pagesInOrder(board).map(({ id, name, paper }) => {
    const ids = shapesOnPage(board, id).map((shape) => shape.id);
    return { name, paper, shapes: fragmentOf(board, ids) };
  });
  return { pages };
}

/**
 * Signals that put a document's pages behind those of a board. A board on which nothing is gets the first of them in
 * the place of its empty page.
 */
export function addDocument(board: Board, document: BoardDocument, making: Making): readonly Signal[] {
  const pages = pagesInOrder(board);
  const [only] = pages;
  const isBlank = pages.length === 1 && only?.paper === null && shapesOf(board)[Symbol.iterator]().next().done === true;
  let last = pages.at(-1)?.order ?? null;
  return document.pages.flatMap(({ name, paper, shapes }, index): readonly Signal[] => {
    const taken = isBlank && index === 0 ? only : undefined;
    const id = taken?.id ?? making.newPageId();
    const order = taken?.order ?? orderAbove(last);
    last = order;
    const top = taken?.top ?? null;
    return [
      { type: taken ? "page.set" : "page.add", id, name, order },
      ...(paper ? [{ type: "page.paper", id, paper } as const] : []),
      ...adding(placed(shapes, { ...making, page: id, dx: 0, dy: 0, top })),
    ];
  });
}
