import type { InktapeError } from "../signal/errors.js";
import type { Millis } from "../signal/ids.js";
import type { Timeline } from "../tape/timeline.js";
import type { Loop } from "./loop.js";
import type { Target } from "./machine-state.js";

/** What can happen to a playback. */
export type MachineEvent =
  /** The index came, first or again. */
  | { readonly type: "index"; readonly timeline: Timeline; readonly now: number }
  /** The index did not come. */
  | { readonly type: "indexFailed"; readonly error: InktapeError }
  /** Nothing can be shown. */
  | { readonly type: "fail"; readonly error: InktapeError }
  | { readonly type: "play"; readonly now: number }
  | { readonly type: "pause"; readonly now: number }
  | { readonly type: "seek"; readonly target: Target }
  | { readonly type: "rate"; readonly rate: number; readonly now: number }
  | { readonly type: "idleLimit"; readonly ms: number | null; readonly now: number }
  | { readonly type: "loop"; readonly loop: Loop | null; readonly now: number }
  | { readonly type: "step"; readonly by: 1 | -1; readonly now: number }
  /** The stop that is stepped to next is at this wall time; "none": there is no further one that way. */
  | { readonly type: "stop"; readonly wall: Millis | "none" }
  | { readonly type: "hidden"; readonly isHidden: boolean; readonly now: number }
  /** A part of the tape came, or will never come. */
  | { readonly type: "loaded" }
  /** A picture is about to be drawn. */
  | { readonly type: "frame"; readonly now: number }
  /** The picture that is due was shown, with all its ink. */
  | { readonly type: "shown"; readonly now: number }
  /** The picture that is due cannot be shown yet. */
  | { readonly type: "starved"; readonly now: number }
  | { readonly type: "close" };

/** What has to be done outside. */
export type Effect =
  /** Fetch the index. */
  | { readonly type: "fetchIndex" }
  /** Fetch the index again after {@link POLL_MS}, unless it is asked for or called off before. */
  | { readonly type: "poll" }
  | { readonly type: "stopPolling" }
  /** Find the stop that is stepped to, now or when it is loaded. */
  | { readonly type: "findStop" }
  /** Show the picture that is due, now or when it is loaded. */
  | { readonly type: "look" }
  /** Ask for frames, from the next one on; while nobody sees it, for time now and then. */
  | { readonly type: "run" }
  | { readonly type: "rest" }
  /** Let go of everything. */
  | { readonly type: "release" };
