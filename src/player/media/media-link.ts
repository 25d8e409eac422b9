import type { Store } from "../../store/store.js";

/**
 * - `together`: it plays with the board, or will;
 * - `waiting`: playing waits for it;
 * - `blocked`: the browser lets it play only after the viewer has pressed something; the player was paused;
 * - `failed`: it cannot be played or sought; the board plays on without it.
 */
export type MediaStatus = "together" | "waiting" | "blocked" | "failed";

/** What a viewer has to know of the sound or film that is played along. */
export interface MediaState {
  readonly status: MediaStatus;
  /** True when nothing is heard of it: muted, or of no volume. */
  readonly isMuted: boolean;
  /** 0 to 1. */
  readonly volume: number;
}

/** A media element that is played along with a player, as its master clock. */
export interface MediaLink {
  readonly state: Store<MediaState>;
  /** What is of no volume is heard in full again when muting ends. */
  setMuted(isMuted: boolean): void;
  /** 0 to 1; clamped. More than 0 is heard, so it ends muting. */
  setVolume(volume: number): void;
  /** Loads it once more, after it failed. */
  retry(): void;
  /** Lets go of both: the element is paused, the player's clock goes by itself. */
  close(): void;
}
