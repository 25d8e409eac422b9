import type { Board } from "../../../board/board.js";
import { presenterOf } from "../../../board/presenter.js";
import type { MemberId } from "../../../signal/ids.js";
import type { MemberCamera } from "../../../signal/signal.js";
import type { Watched } from "./view-state.js";

/** Whose view is watched at the board's moment; null for nobody's: all is watched, or they are not there. */
export function watchedMember(board: Board, watched: Watched): MemberId | null {
  if (watched.type === "all") return null;
  if (watched.type === "presenter") return presenterOf(board);
  const ids = Object.entries(board.members)
    .filter(([, profile]) => profile.user === watched.user)
    .map(([id]) => Number(id) as MemberId);
  // Of several tabs of one person, the newest one that has told where it looks.
  return ids.findLast((id) => board.presence[id]?.camera) ?? ids.at(-1) ?? null;
}

/** What the one who is watched saw at the board's moment; null while that is not known. */
export function recordedCamera(board: Board, watched: Watched): MemberCamera | null {
  const member = watchedMember(board, watched);
  const camera = member === null ? null : (board.presence[member]?.camera ?? null);
  return camera && board.pages[camera.page] ? camera : null;
}
