import type { Board } from "../../../board/board.js";
import type { PageId } from "../../../signal/ids.js";
import type { Paper } from "../../../signal/signal.js";
import type { Editor } from "../editor.js";

const PLAIN: Paper = { color: "", pattern: "plain", asset: "", w: 0, h: 0 };

/** Changes the paper of a page; what is not named stays. */
export function setPaper(
  { client, board }: Editor,
  id: PageId,
  change: Partial<Pick<Paper, "color" | "pattern">>,
): void {
  const paper = { ...(board().pages[id]?.paper ?? PLAIN), ...change };
  const isPlain = paper.color === "" && paper.pattern === "plain" && paper.asset === "";
  client.send([{ type: "page.paper", id, paper: isPlain ? null : paper }]);
}

/** True for a page whose paper is ruled with a grid. */
export function hasGrid(board: Board, page: PageId): boolean {
  return board.pages[page]?.paper?.pattern === "grid";
}
