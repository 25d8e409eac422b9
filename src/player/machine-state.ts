import type { InktapeError } from "../signal/errors.js";
import type { Track, Wish } from "./track.js";

/** Where the playback stands. */
export type Phase =
  /** The index is on its way; where to go and whether to play then. */
  | { readonly name: "opening"; readonly wantsPlay: boolean; readonly target: Target }
  /** Nothing was recorded in the range, or not yet. */
  | { readonly name: "empty"; readonly wantsPlay: boolean }
  | { readonly name: "paused"; readonly position: number; readonly isShown: boolean }
  /** Playing is wanted, the picture at `position` is not there yet. */
  | { readonly name: "buffering"; readonly position: number }
  /** The position follows from the anchor: where it was at a time, and the rate since. */
  | { readonly name: "playing"; readonly anchor: Anchor; /** The last frame's time. */ readonly seenAt: number }
  /** Playing is wanted at the end of a live room. */
  | { readonly name: "edge"; readonly position: number }
  | { readonly name: "ended" }
  | { readonly name: "failed"; readonly error: InktapeError }
  | { readonly name: "closed" };

/** A place to go to, in play time or in wall time. */
export type Target = { readonly position: number } | { readonly wall: number };

/** A play time and the clock's time at which it was reached. */
export interface Anchor {
  readonly position: number;
  readonly now: number;
}

export interface MachineState {
  readonly phase: Phase;
  readonly wish: Wish;
  readonly rate: number;
  readonly idleLimit: number | null;
  /** Null until the index is there. */
  readonly track: Track | null;
}

/** The machine before anything: the index has to be fetched. */
export function initialState(wish: Wish, idleLimit: number | null): MachineState {
  return {
    phase: { name: "opening", wantsPlay: false, target: { position: 0 } },
    wish,
    rate: 1,
    idleLimit,
    track: null,
  };
}

/** A longer wait between two frames was no playing: the tab was hidden, the machine slept. Nothing is caught up. */
const LOST_MS = 1000;

/** True when frames have stopped to come. */
export function isLost({ seenAt }: { readonly seenAt: number }, now: number): boolean {
  return now - seenAt > LOST_MS;
}

/** The play time that is due at the clock's time `now`. It stands still while no frames come. */
export function positionAt({ phase, rate, track }: MachineState, now: number): number {
  const duration = track?.time.duration ?? 0;
  if (phase.name === "playing") {
    const played = (isLost(phase, now) ? phase.seenAt : now) - phase.anchor.now;
    return Math.min(duration, phase.anchor.position + Math.max(0, played) * rate);
  }
  if (phase.name === "ended") return duration;
  return "position" in phase ? phase.position : 0;
}

/** True while a picture was asked for that is not shown yet. */
export function isPictureDue(phase: Phase): boolean {
  return phase.name === "buffering" || (phase.name === "paused" && !phase.isShown);
}

/** True while one picture stays: more of its ink may still come. */
export function isStill(phase: Phase): boolean {
  return phase.name === "paused" || phase.name === "ended" || phase.name === "edge";
}

/** True while playing is wanted, whether it can be done or not. */
export function isPlayWanted(phase: Phase): boolean {
  return phase.name === "playing" || phase.name === "buffering" || phase.name === "edge";
}
