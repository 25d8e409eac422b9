import { EMPTY_BOARD, type Board } from "../board/board.js";
import type { MemberId } from "../signal/ids.js";
import type { Profile } from "../signal/signal.js";
import { InkHomes } from "../tape/ink-homes.js";
import { decodeKeyframe } from "../tape/keyframe.js";
import { loadAllInk } from "../tape/load-ink.js";
import type { Recovery, RoomLog } from "./room-log.js";

/** Where a room starts again. */
export interface RoomStart {
  readonly recovery: Recovery;
  /** At the recovery's keyframe, with all its ink. */
  readonly board: Board;
  /** Where the tape keeps that ink. */
  readonly homes: InkHomes;
}

/** Reads from a log what a room needs to start again. */
export async function startRoom(log: RoomLog): Promise<RoomStart> {
  const recovery = await log.recover();
  const homes = new InkHomes();
  return { recovery, homes, board: await startBoard(recovery, log, homes) };
}

/** Everybody on a board, by number. */
export function membersOf(board: Board): ReadonlyMap<MemberId, Profile> {
  return new Map(Object.entries(board.members).map(([member, profile]) => [Number(member) as MemberId, profile]));
}

/** The board of the newest keyframe, with the ink that the tape keeps for it. */
async function startBoard({ keyframe }: Recovery, log: RoomLog, homes: InkHomes): Promise<Board> {
  if (!keyframe) return EMPTY_BOARD;
  const board = decodeKeyframe(keyframe.bytes);
  await loadAllInk(board, log.tape(), (points, seq) => homes.settle(points, seq));
  return board;
}
