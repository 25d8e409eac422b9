import type { InktapeError } from "../signal/errors.js";
import { type Loop, loopWithin } from "./loop.js";
import type { WhenHidden } from "./player.js";
import type { Track, Wish } from "./track.js";

/** Where the playback stands. */
export type Phase =
  /** The index is on its way; where to go and whether to play then. */
  | { readonly name: "opening"; readonly wantsPlay: boolean; readonly target: Target }
  /** Nothing was recorded in the range, or not yet. */
  | { readonly name: "empty"; readonly wantsPlay: boolean }
  | { readonly name: "paused"; readonly position: number; readonly isShown: boolean }
  /** Paused, and looking for the stop that is `by` stops away: negative ones before, positive ones after. */
  | { readonly name: "stepping"; readonly position: number; readonly by: number }
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

/** Whether the playback can be seen. */
export interface Hidden {
  readonly isHidden: boolean;
  readonly policy: WhenHidden;
  /** True when it plays on once it is seen again. */
  readonly resumes: boolean;
}

/** How many seeks were asked for, and whether the picture of the last one is still to come. */
export interface Seeks {
  readonly count: number;
  readonly isDue: boolean;
}

export interface MachineState {
  readonly phase: Phase;
  readonly wish: Wish;
  readonly rate: number;
  readonly idleLimit: number | null;
  readonly loop: Loop | null;
  readonly seeks: Seeks;
  readonly hidden: Hidden;
  /** Null until the index is there. */
  readonly track: Track | null;
}

/** Where playing begins that was not sought elsewhere. */
export const START: Target = { position: 0 };

/** The machine before anything: the index has to be fetched. */
export function initialState(wish: Wish, idleLimit: number | null, policy: WhenHidden = "pause"): MachineState {
  return {
    phase: { name: "opening", wantsPlay: false, target: START },
    wish,
    rate: 1,
    idleLimit,
    loop: null,
    seeks: { count: 0, isDue: false },
    hidden: { isHidden: false, policy, resumes: false },
    track: null,
  };
}

/**
 * A longer wait between two frames was no playing: the page could not be seen, the machine slept. Nothing is caught up.
 * To pages in the background browsers give time once a minute.
 */
const LOST_MS = { shown: 1000, hidden: 90_000 } as const;

/** True when frames have stopped to come. */
export function isLost({ phase, hidden }: MachineState, now: number): boolean {
  return phase.name === "playing" && now - phase.seenAt > LOST_MS[hidden.isHidden ? "hidden" : "shown"];
}

/** The loop that playing is in; null while it is in none. */
export function loopAround({ phase, loop, track }: MachineState): Loop | null {
  const within = loopWithin(loop, track);
  return within && phase.name === "playing" && phase.anchor.position <= within.to ? within : null;
}

/** The play time that is due at the clock's time `now`. It stands still while no frames come. */
export function positionAt(state: MachineState, now: number): number {
  const { phase, rate, track } = state;
  const duration = track?.time.duration ?? 0;
  if (phase.name === "playing") {
    const played = (isLost(state, now) ? phase.seenAt : now) - phase.anchor.now;
    return Math.min(loopAround(state)?.to ?? duration, phase.anchor.position + Math.max(0, played) * rate);
  }
  if (phase.name === "ended") return duration;
  return "position" in phase ? phase.position : 0;
}

/** True while a picture was asked for that is not shown yet. */
export function isPictureDue(phase: Phase): boolean {
  return phase.name === "buffering" || phase.name === "stepping" || (phase.name === "paused" && !phase.isShown);
}

/** True while one picture stays: more of its ink may still come. */
export function isStill(phase: Phase): boolean {
  return phase.name === "paused" || phase.name === "ended" || phase.name === "edge";
}

/** True while playing is wanted, whether it can be done or not. */
export function isPlayWanted(phase: Phase): boolean {
  return phase.name === "playing" || phase.name === "buffering" || phase.name === "edge";
}

/** True while no playing is wanted. */
export function isPaused(phase: Phase): boolean {
  return "wantsPlay" in phase ? !phase.wantsPlay : !isPlayWanted(phase);
}
