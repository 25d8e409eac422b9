import type { Timeline } from "../tape/timeline.js";
import { remapped } from "./loop.js";
import type { Effect, MachineEvent } from "./machine-events.js";
import {
  isLost,
  isPictureDue,
  isPlayWanted,
  isStill,
  loopAround,
  positionAt,
  START,
  type MachineState,
  type Phase,
  type Target,
} from "./machine-state.js";
import { arrived, goTo, isAtEnd, reanchored, seeking, stay, to, type Step } from "./moves.js";
import { onHidden, onPause, onPlay } from "./play-pause.js";
import { onStep, onStop } from "./stepping.js";
import { trackOf, type Track } from "./track.js";

/** What an event makes of a state, and what has to be done for it. Pure. */
export function transition(state: MachineState, event: MachineEvent): Step {
  if (state.phase.name === "closed") return stay(state);
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
      return to(arrived(state), { name: "failed", error: event.error }, [{ type: "rest" }]);
    case "play":
      return onPlay(state);
    case "pause":
      return onPause(state, event.now);
    case "hidden":
      return onHidden(state, event.isHidden, event.now);
    case "seek":
      return onSeek(state, event.target);
    case "rate":
      return { state: { ...reanchored(state, event.now), rate: event.rate }, effects: [] };
    case "idleLimit":
      return onIdleLimit(state, event.ms, event.now);
    case "loop":
      return stay({ ...reanchored(state, event.now), loop: event.loop });
    case "step":
      return onStep(state, event.by, event.now);
    case "stop":
      return onStop(state, event.wall);
    case "loaded":
      return { state, effects: isPictureDue(state.phase) || isStill(state.phase) ? [lookFor(state.phase)] : [] };
    case "frame":
      return onFrame(state, event.now);
    case "shown":
      return onShown(state, event.now);
    case "starved":
      return onStarved(state, event.now);
    case "close":
      return to(arrived(state), { name: "closed" }, [{ type: "rest" }, { type: "release" }]);
  }
}

function onIndex(state: MachineState, timeline: Timeline, now: number): Step {
  const track = trackOf(timeline, state.wish, state.idleLimit);
  const next = { ...reanchored(state, now), track };
  const { phase } = next;
  if (phase.name === "opening" || phase.name === "empty") {
    if (!track.range) return to(next, { name: "empty", wantsPlay: phase.wantsPlay });
    const target = phase.name === "opening" ? phase.target : START;
    return goTo(target === START ? next : seeking(next), positionOf(track, target), phase.wantsPlay);
  }
  if (phase.name === "edge") {
    if (track.time.duration > phase.position) return goTo(next, phase.position, true);
    return track.isLive ? to(next, phase) : to(next, { name: "ended" });
  }
  return to(next, phase, isPictureDue(phase) ? [lookFor(phase)] : []);
}

function onSeek(state: MachineState, target: Target): Step {
  const { phase, track } = state;
  if (phase.name === "opening") return to(state, { ...phase, target });
  if (!track?.range || phase.name === "failed") return stay(state);
  return goTo(seeking(state), positionOf(track, target), isPlayWanted(phase));
}

function positionOf({ time }: Track, target: Target): number {
  const position = "wall" in target ? time.positionAt(target.wall) : target.position;
  return Math.min(time.duration, Math.max(0, position));
}

function onIdleLimit(state: MachineState, idleLimit: number | null, now: number): Step {
  const { phase, track } = state;
  if (!track?.range) return { state: { ...state, idleLimit }, effects: [] };
  const wall = track.time.wallAt(positionAt(state, now));
  const nextTrack = trackOf(track.timeline, state.wish, idleLimit);
  const loop = state.loop && remapped(state.loop, track.time, nextTrack.time);
  const next = { ...state, idleLimit, loop, track: nextTrack };
  if (phase.name === "ended" || phase.name === "failed") return { state: next, effects: [{ type: "look" }] };
  return goTo(next, next.track.time.positionAt(wall), isPlayWanted(phase));
}

function onFrame(state: MachineState, now: number): Step {
  const { phase } = state;
  if (phase.name !== "playing") return stay(state);
  const loop = loopAround(state);
  if (loop && positionAt(state, phase.seenAt) >= loop.to) {
    const anchor = { position: loop.from, now };
    return to(seeking(state), { name: "playing", anchor, seenAt: now }, [{ type: "look" }]);
  }
  const kept = isLost(state, now) ? { position: positionAt(state, now), now } : phase.anchor;
  return to(state, { name: "playing", anchor: kept, seenAt: now }, [{ type: "look" }]);
}

function onShown(before: MachineState, now: number): Step {
  const state = arrived(before);
  const { phase } = state;
  if (phase.name === "paused") return to(state, { ...phase, isShown: true });
  if (phase.name === "buffering") {
    const { position } = phase;
    return to(state, { name: "playing", anchor: { position, now }, seenAt: now }, [{ type: "run" }]);
  }
  // The picture at the end of a loop stays for its frame; the next one is the loop's beginning.
  if (phase.name !== "playing" || loopAround(state) || !isAtEnd(state, positionAt(state, now))) return stay(state);
  const end: Phase = state.track?.isLive ? { name: "edge", position: positionAt(state, now) } : { name: "ended" };
  return to(state, end, [{ type: "rest" }]);
}

function onStarved(state: MachineState, now: number): Step {
  if (state.phase.name !== "playing") return stay(state);
  return to(state, { name: "buffering", position: positionAt(state, now) }, [{ type: "rest" }]);
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

function lookFor(phase: Phase): Effect {
  return { type: phase.name === "stepping" ? "findStop" : "look" };
}
