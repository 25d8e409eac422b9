import type { Board } from "../board/board.js";
import type { PageId } from "../signal/ids.js";

/** A page that was busy so short a time before the newest change is kept, so that two people on two pages do not make it flicker. */
const SETTLE_MS = 3000;

/**
 * The page to show: where the last thing happened, a stroke under construction or a cursor that moved. `current` stays
 * while it is nearly as new, or while nobody is pointing. A page that is gone is never shown.
 */
export function busyPage(board: Board, current: PageId): PageId {
  const times = new Map<PageId, number>();
  const see = (page: PageId, at: number) => {
    if (board.pages[page]) times.set(page, Math.max(at, times.get(page) ?? 0));
  };
  for (const { shape, run } of Object.values(board.active)) see(shape.page, run.at);
  for (const { cursor } of Object.values(board.presence)) if (cursor) see(cursor.page, cursor.at);

  const [newest] = [...times].sort(([, a], [, b]) => b - a);
  if (!newest) return current;
  const [page, at] = newest;
  return at - (times.get(current) ?? -Infinity) <= SETTLE_MS ? current : page;
}
