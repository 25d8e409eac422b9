import { isStuck, type Reading } from "./reading.js";

/** How a player and a media element stand to each other. Times of the element in seconds. */
export interface Scene {
  /** The player plays: time goes by for it as soon as its clock lets it. */
  readonly isPlaying: boolean;
  readonly rate: number;
  /** The media time that belongs to what the player shows; negative before the media's start. */
  readonly due: number;
  /** True when the player has gone elsewhere and the media was not sent after it yet. */
  readonly isJump: boolean;
  readonly media: {
    readonly reading: Reading;
    /** Infinity while it is not known. */
    readonly duration: number;
    readonly isPaused: boolean;
    readonly isEnded: boolean;
    /** It can be heard: it is loaded here, and not on its way to another place. */
    readonly isReady: boolean;
    readonly playbackRate: number;
    /** Where it was last sent and has not been seen yet; null when it came there. */
    readonly soughtTo: number | null;
  };
}

/** What is to be done. */
export interface Conduct {
  /** How fast the player's clock goes. */
  readonly pace: number;
  readonly isPlayWanted: boolean;
  /** Where the media has to go; null: it stays. */
  readonly seekTo: number | null;
  /** Playing waits for the media. */
  readonly isWaiting: boolean;
  /** The media does not go where it is sent. */
  readonly isUnseekable: boolean;
}

/**
 * What is played is never moved for a smaller difference, in seconds at rate 1, unless the player itself has jumped: a
 * jump in sound is heard, the board's way to where it should be is not seen.
 */
const FAR_S = 1;
/** What counts as being there, in seconds. */
const THERE_S = 0.01;
/** In about this time the board is where the sound is, in milliseconds. */
const SETTLE_MS = 300;
const MAX_PACE = 2;

const FREE: Conduct = { pace: 1, isPlayWanted: false, seekTo: null, isWaiting: false, isUnseekable: false };

/**
 * What is to be done for a player and its media to be together. The media is the master: the player's clock goes as its
 * time does, and stands still while it stalls. Before its start and after its end the clock goes by itself. Pure.
 */
export function conduct(scene: Scene): Conduct {
  const { isPlaying, rate, due, isJump, media } = scene;
  const { reading, duration, soughtTo } = media;
  const far = FAR_S * Math.max(1, rate);
  if (due < 0) return { ...FREE, seekTo: reading.time > THERE_S && soughtTo !== 0 ? 0 : null };
  // Either may be a little behind when the other has come to the media's end: what still sounds may sound out.
  if (due >= duration - (media.isEnded && !isJump ? far : 0)) {
    const isAtEnd = !isJump && !media.isPaused && duration - reading.time < far;
    return { ...FREE, isPlayWanted: isPlaying && isAtEnd };
  }
  const ahead = reading.time - due;
  const isAway = Math.abs(ahead) >= (isJump ? THERE_S : far);
  const isOnItsWay = soughtTo !== null && Math.abs(soughtTo - due) < THERE_S;
  const seekTo = isAway && !isOnItsWay ? due : null;
  if (!isPlaying) return { ...FREE, seekTo };
  const still = { ...FREE, pace: 0, isPlayWanted: true, isWaiting: true, seekTo };
  if (seekTo !== null || !media.isReady || isStuck(reading)) return still;
  if (isAway) return { ...FREE, isUnseekable: true };
  if (media.isPaused) return still;
  const pace = (media.playbackRate + (ahead * 1000) / SETTLE_MS) / rate;
  return { ...FREE, isPlayWanted: true, pace: Math.min(MAX_PACE, Math.max(0, pace)) };
}
