import type { Board } from "../board/board.js";
import type { Millis } from "../signal/ids.js";
import type { PlayerFrame } from "./player.js";

/** Before the first picture. */
export const NO_FRAME: PlayerFrame = { position: 0, wall: 0 as Millis, board: null, isWhole: false };

/**
 * What is shown at `position` until the board of the moment `wall` is there: what was shown before, or another board at
 * hand when that is nearer.
 */
export function nearestFrame(shown: PlayerFrame, near: Board | null, position: number, wall: Millis): PlayerFrame {
  const isNearer = near !== null && (!shown.board || Math.abs(wall - near.at) < Math.abs(wall - shown.wall));
  return { ...shown, ...(isNearer ? { board: near, wall: near.at } : {}), position, isWhole: false };
}

/** The frame before if it shows the same, so that a store tells nobody. */
export function unlessSameFrame(before: PlayerFrame, after: PlayerFrame): PlayerFrame {
  const isSame =
    before.position === after.position &&
    before.wall === after.wall &&
    before.board === after.board &&
    before.isWhole === after.isWhole;
  return isSame ? before : after;
}
