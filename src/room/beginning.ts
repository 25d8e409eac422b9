import { assetsIn } from "../board/assets.js";
import type { Board, Page } from "../board/board.js";
import { shapesOf } from "../board/leaves.js";
import { reduce } from "../board/reduce.js";
import type { Entry } from "../signal/entry.js";
import { InktapeError } from "../signal/errors.js";
import type { MemberId, Millis, PageId, RoomId, Seq } from "../signal/ids.js";
import { boardAt } from "../tape/board-at.js";
import { encodeKeyframe } from "../tape/encode-keyframe.js";
import type { TapeSource } from "../tape/tape-source.js";
import type { Beginning } from "./room-log.js";

/** The room begins after one entry, so that it is not taken for one in which nothing has happened. */
const FIRST = 1 as Seq;

/**
 * What a room begins with that goes on from the recording of another: the board of a moment, everything at that moment
 * included. Rejects with `bad-argument` when nothing was recorded up to then, with `tape-damaged`, or as the tape does.
 *
 * @param from whose recording it is.
 * @param now when the new room is made.
 */
export async function beginningOf(from: RoomId, tape: TapeSource, at: Millis, now: Millis): Promise<Beginning> {
  const { blocks } = await tape.timeline();
  if (!blocks[0] || at < blocks[0].from) {
    throw new InktapeError(
      "bad-argument",
      `Nothing of the room "${from}" was recorded up to ${at}, so no room can begin there. Choose a moment of its recording.`,
    );
  }
  const board = deserted(await boardAt(tape, at), now);
  return {
    from,
    keyframe: { seq: board.seq, at: board.at, bytes: encodeKeyframe(board) },
    lastMember: Math.max(0, board.branches.length - 1) as MemberId,
    assets: assetsIn(
      shapesOf(board),
      Object.values(board.pages).map(({ paper }) => paper),
    ),
  };
}

/** The board once everybody has left. What admins ruled, they ruled for the room that it was. */
function deserted(board: Board, now: Millis): Board {
  const present = new Set<MemberId>(Object.values(board.active).map(({ by }) => by));
  const leaving = [...present].map((by, index): Entry => {
    return { seq: (board.seq + 1 + index) as Seq, at: board.at, by, clientSeq: 0, signal: { type: "member.leave" } };
  });
  const { pages, branches, shared } = reduce(board, leaving);
  const nobody = { active: {}, members: {}, presence: {}, access: {}, isRecording: false, unknown: 0 };
  return { ...nobody, seq: FIRST, at: now, pages: unlocked(pages), branches, shared };
}

function unlocked(pages: Board["pages"]): Board["pages"] {
  const open = ([id, page]: [string, Page]): [PageId, Page] => [id as PageId, { ...page, isLocked: false }];
  return Object.fromEntries(Object.entries(pages).map(open));
}
