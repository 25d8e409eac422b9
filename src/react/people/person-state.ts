import type { Board } from "../../board/board.js";
import type { MemberId, PageId } from "../../signal/ids.js";

/** What one member is at right now. */
export interface Doing {
  readonly isDrawing: boolean;
  /** The page it looks at; null while that is not known. */
  readonly page: PageId | null;
}

const NOTHING: Doing = { isDrawing: false, page: null };

/** What every member is at, as texts by member: the same texts as long as nobody does anything else. */
export function doingsOf(board: Board): Readonly<Record<string, string>> {
  const drawing = new Set(Object.values(board.active).map(({ by }) => by));
  const ids = Object.keys(board.members).map((key) => Number(key) as MemberId);
  return Object.fromEntries(
    ids.map((id) => [id, `${drawing.has(id) ? "+" : "-"}${board.presence[id]?.camera?.page ?? ""}`]),
  );
}

/** What {@link doingsOf} says of a member. */
export function doingOf(doings: Readonly<Record<string, string>>, member: MemberId): Doing {
  const text = doings[member];
  if (text === undefined) return NOTHING;
  const page = text.slice(1);
  return { isDrawing: text.startsWith("+"), page: page === "" ? null : (page as PageId) };
}
