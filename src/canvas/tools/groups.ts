import type { Board } from "../../board/board.js";
import { shapesOf } from "../../board/leaves.js";
import type { PageId } from "../../signal/ids.js";
import { propOf } from "../../signal/optional.js";
import type { Shape } from "../../signal/shape.js";

/** The groups a shape is in, outermost first. */
export function groupsOf(shape: Shape): readonly string[] {
  const path = propOf(shape, "group");
  return path === "" ? [] : path.split("/");
}

/** The shapes of a page that are in a group that lies in no other. */
export function shapesOfGroup(board: Board, page: PageId, group: string): readonly Shape[] {
  return [...shapesOf(board)].filter((shape) => shape.page === page && groupsOf(shape)[0] === group);
}
