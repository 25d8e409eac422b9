import type { PlayerEventType } from "./player-events.js";
import type { PlayerFrame, PlayerState } from "./player.js";
import { isSame } from "./public-state.js";

/** A player as it is at one time. */
export interface Glimpse {
  readonly state: PlayerState;
  readonly frame: PlayerFrame;
  /** How many seeks were asked for until then. */
  readonly seeks: number;
}

/** `timeupdate` comes at most so often while it plays, in milliseconds. */
export const TIME_UPDATE_MS = 250;

/**
 * What happened between two glimpses, in order. Pure.
 *
 * @param isTimeDue true when the last `timeupdate` was long enough ago.
 */
export function eventsBetween(before: Glimpse, after: Glimpse, isTimeDue: boolean): readonly PlayerEventType[] {
  const [was, is] = [before.state, after.state];
  const isSought = after.seeks > before.seeks;
  const isSeeked = (isSought || was.isSeeking) && !is.isSeeking && is.status !== "failed";
  const isEnded = is.status === "ended" && was.status !== "ended";
  const isPause = is.isPaused && !was.isPaused;
  const isWaiting = waits(is) && !waits(was);
  const isForced = isSeeked || isEnded || isWaiting;
  const isMoved = after.frame.position !== before.frame.position;
  const told: readonly (readonly [PlayerEventType, boolean])[] = [
    ["durationchange", is.duration !== was.duration],
    ["loadeddata", before.frame.board === null && after.frame.board !== null],
    ["progress", !isSame(was.buffered, is.buffered)],
    ["ratechange", is.rate !== was.rate],
    ["timeupdate", isPause && !isEnded],
    ["pause", isPause && !isEnded],
    ["seeking", isSought],
    ["play", was.isPaused && !is.isPaused],
    ["timeupdate", isForced || (isMoved && isTimeDue && !isPause)],
    ["seeked", isSeeked],
    ["pause", isPause && isEnded],
    ["ended", isEnded],
    ["waiting", isWaiting],
    ["playing", is.status === "playing" && was.status !== "playing"],
    ["stalled", is.status !== "failed" && is.error !== null && is.error !== was.error],
    ["error", is.status === "failed" && was.status !== "failed"],
  ];
  return told.filter(([, isTrue]) => isTrue).map(([type]) => type);
}

function waits({ isPaused, status }: PlayerState): boolean {
  return !isPaused && (status === "waiting" || status === "buffering");
}
