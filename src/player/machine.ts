import type { Timeline } from "../tape/timeline.js";
import type { Effect, MachineEvent } from "./machine-events.js";
import {
  isLost,
  isPictureDue,
  isPlayWanted,
  isStill,
  positionAt,
  type MachineState,
  type Phase,
  type Target,
} from "./machine-state.js";
import { trackOf, type Track } from "./track.js";

/** What comes of an event: the next state, and what has to be done outside. */
export interface Step {
  readonly state: MachineState;
  readonly effects: readonly Effect[];
}

/** How long after one look at the live edge the next one comes. */
export const POLL_MS = 1000;

/** What an event makes of a state, and what has to be done for it. Pure. */
export function transition(state: MachineState, event: MachineEvent): Step {
  if (state.phase.name === "closed") return { state, effects: [] };
  const step = react(state, event);
  return { state: step.state, effects: [...step.effects, ...polling(state, step.state, event)] };
}

function react(state: MachineState, event: MachineEvent): Step {
  switch (event.type) {
    case "index":
      return onIndex(state, event.timeline, event.now);
    case "indexFailed":
      // A live room's index that does not come again is no reason to stop what plays.
      return state.track ? { state, effects: [] } : react(state, { type: "fail", error: event.error });
    case "fail":
      return to(state, { name: "failed", error: event.error }, [{ type: "rest" }]);
    case "play":
      return onPlay(state);
    case "pause":
      return onPause(state, event.now);
    case "seek":
      return onSeek(state, event.target);
    case "rate":
      return { state: { ...reanchored(state, event.now), rate: event.rate }, effects: [] };
    case "idleLimit":
      return onIdleLimit(state, event.ms, event.now);
    case "loaded":
      return { state, effects: isPictureDue(state.phase) || isStill(state.phase) ? [{ type: "look" }] : [] };
    case "frame":
      return onFrame(state, event.now);
    case "shown":
      return onShown(state, event.now);
    case "starved":
      return onStarved(state, event.now);
    case "close":
      return to(state, { name: "closed" }, [{ type: "rest" }, { type: "release" }]);
  }
}

function to(state: MachineState, phase: Phase, effects: readonly Effect[] = []): Step {
  return { state: { ...state, phase }, effects };
}

function onIndex(state: MachineState, timeline: Timeline, now: number): Step {
  const track = trackOf(timeline, state.wish, state.idleLimit);
  const next = { ...reanchored(state, now), track };
  const { phase } = next;
  if (phase.name === "opening" || phase.name === "empty") {
    if (!track.range) return to(next, { name: "empty", wantsPlay: phase.wantsPlay });
    const target = phase.name === "opening" ? phase.target : { position: 0 };
    return goTo(next, positionOf(track, target), phase.wantsPlay);
  }
  if (phase.name === "edge") {
    if (track.time.duration > phase.position) return goTo(next, phase.position, true);
    return track.isLive ? to(next, phase) : to(next, { name: "ended" });
  }
  return to(next, phase, isPictureDue(phase) ? [{ type: "look" }] : []);
}

function onPlay(state: MachineState): Step {
  const { phase } = state;
  switch (phase.name) {
    case "opening":
    case "empty":
      return to(state, { ...phase, wantsPlay: true });
    case "failed":
      // What was asked for cannot be: trying again would be something else.
      if (phase.error.code === "bad-argument") return { state, effects: [] };
      return to({ ...state, track: null }, { name: "opening", wantsPlay: true, target: { position: 0 } }, [
        { type: "fetchIndex" },
      ]);
    case "paused":
      return isAtEnd(state, phase.position) ? playFromTheEnd(state) : goTo(state, phase.position, true);
    case "ended":
      return playFromTheEnd(state);
    default:
      return { state, effects: [] };
  }
}

/** At the end of what is over, play begins again; at the live edge it waits for more. */
function playFromTheEnd(state: MachineState): Step {
  if (state.track?.isLive) return to(state, { name: "edge", position: positionAt(state, 0) });
  return goTo(state, 0, true);
}

function onPause(state: MachineState, now: number): Step {
  const { phase } = state;
  if (phase.name === "opening" || phase.name === "empty") return to(state, { ...phase, wantsPlay: false });
  if (!isPlayWanted(phase)) return { state, effects: [] };
  return goTo(state, positionAt(state, now), false);
}

function onSeek(state: MachineState, target: Target): Step {
  const { phase, track } = state;
  if (phase.name === "opening") return to(state, { ...phase, target });
  if (!track?.range || phase.name === "failed") return { state, effects: [] };
  return goTo(state, positionOf(track, target), isPlayWanted(phase));
}

function positionOf({ time }: Track, target: Target): number {
  const position = "wall" in target ? time.positionAt(target.wall) : target.position;
  return Math.min(time.duration, Math.max(0, position));
}

function onIdleLimit(state: MachineState, idleLimit: number | null, now: number): Step {
  const { phase, track } = state;
  if (!track?.range) return { state: { ...state, idleLimit }, effects: [] };
  const wall = track.time.wallAt(positionAt(state, now));
  const next = { ...state, idleLimit, track: trackOf(track.timeline, state.wish, idleLimit) };
  if (phase.name === "ended" || phase.name === "failed") return { state: next, effects: [{ type: "look" }] };
  return goTo(next, next.track.time.positionAt(wall), isPlayWanted(phase));
}

function onFrame(state: MachineState, now: number): Step {
  const { phase } = state;
  if (phase.name !== "playing") return { state, effects: [] };
  const kept = isLost(phase, now) ? { position: positionAt(state, now), now } : phase.anchor;
  return to(state, { name: "playing", anchor: kept, seenAt: now }, [{ type: "look" }]);
}

function onShown(state: MachineState, now: number): Step {
  const { phase } = state;
  if (phase.name === "paused") return to(state, { ...phase, isShown: true });
  if (phase.name === "buffering") {
    const { position } = phase;
    return to(state, { name: "playing", anchor: { position, now }, seenAt: now }, [{ type: "run" }]);
  }
  if (phase.name !== "playing" || !isAtEnd(state, positionAt(state, now))) return { state, effects: [] };
  const end: Phase = state.track?.isLive ? { name: "edge", position: positionAt(state, now) } : { name: "ended" };
  return to(state, end, [{ type: "rest" }]);
}

function onStarved(state: MachineState, now: number): Step {
  if (state.phase.name !== "playing") return { state, effects: [] };
  return to(state, { name: "buffering", position: positionAt(state, now) }, [{ type: "rest" }]);
}

/** Goes to a play time, and on from there when playing is wanted. */
function goTo(state: MachineState, position: number, isPlaying: boolean): Step {
  const phase: Phase = isPlaying ? { name: "buffering", position } : { name: "paused", position, isShown: false };
  return to(state, phase, [{ type: "rest" }, { type: "look" }]);
}

/** The same playback with its anchor at `now`, so that what changes from here does not change where it is. */
function reanchored(state: MachineState, now: number): MachineState {
  if (state.phase.name !== "playing") return state;
  return { ...state, phase: { ...state.phase, anchor: { position: positionAt(state, now), now } } };
}

function isAtEnd({ track }: MachineState, position: number): boolean {
  return position >= (track?.time.duration ?? 0);
}

/**
 * Only a live room is looked at again: while it plays, while its end is waited for, and while it stands still, so that
 * a viewer sees it grow. Not while a picture is due: the end of a live tape has other parts after each look, and on a
 * slow line none would ever arrive.
 */
function polling(before: MachineState, after: MachineState, event: MachineEvent): Effect[] {
  const [was, is] = [isPolling(before), isPolling(after)];
  if (is && (!was || event.type === "index" || event.type === "indexFailed")) return [{ type: "poll" }];
  return was && !is ? [{ type: "stopPolling" }] : [];
}

function isPolling({ phase, track }: MachineState): boolean {
  if (!track?.isLive) return false;
  if (phase.name === "paused") return phase.isShown;
  return phase.name === "playing" || phase.name === "edge" || phase.name === "empty";
}
