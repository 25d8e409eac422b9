import { useMemo } from "react";
import type { Board } from "../board/board.js";
import { pagesInOrder } from "../board/leaves.js";
import type { PageId } from "../signal/ids.js";
import type { Store } from "../store/store.js";
import { useStore } from "./use-store.js";

/** A page as a list of pages shows it. */
export interface PageName {
  readonly id: PageId;
  readonly name: string;
}

const NO_PAGES: readonly string[] = [];

/** Ids and names by turns: a page's record changes with every shape put on it, these do not. */
const flatPages = (board: Board) => pagesInOrder(board).flatMap(({ id, name }) => [id, name]);

/** The pages of a board in their order, the same list until one is added, removed, renamed or moved. */
export function usePages<T>(store: Store<T> | null, boardOf: (value: T) => Board | null): readonly PageName[] {
  const flat = useStore(
    store,
    (value) => {
      const board = boardOf(value);
      return board ? flatPages(board) : NO_PAGES;
    },
    NO_PAGES,
  );
  return useMemo(() => {
    const names = flat.filter((_, index) => index % 2 === 1);
    return names.map((name, index) => ({ id: flat[index * 2] as PageId, name }));
  }, [flat]);
}
