import type { Effect } from "./machine-events.js";
import { positionAt, type MachineState, type Phase } from "./machine-state.js";

/** What comes of an event: the next state, and what has to be done outside. */
export interface Step {
  readonly state: MachineState;
  readonly effects: readonly Effect[];
}

/** The same playback in another phase. */
export function to(state: MachineState, phase: Phase, effects: readonly Effect[] = []): Step {
  return { state: { ...state, phase }, effects };
}

/** Nothing comes of it. */
export function stay(state: MachineState): Step {
  return { state, effects: [] };
}

/** Goes to a play time, and on from there when playing is wanted. */
export function goTo(state: MachineState, position: number, isPlaying: boolean): Step {
  const phase: Phase = isPlaying ? { name: "buffering", position } : { name: "paused", position, isShown: false };
  return to(state, phase, [{ type: "rest" }, { type: "look" }]);
}

/** The same playback with one seek more, whose picture is still to come. */
export function seeking(state: MachineState): MachineState {
  return { ...state, seeks: { count: state.seeks.count + 1, isDue: true } };
}

/** The same playback, with nothing sought any more. */
export function arrived(state: MachineState): MachineState {
  return state.seeks.isDue ? { ...state, seeks: { ...state.seeks, isDue: false } } : state;
}

/** The same playback with its anchor at `now`, so that what changes from here does not change where it is. */
export function reanchored(state: MachineState, now: number): MachineState {
  if (state.phase.name !== "playing") return state;
  return { ...state, phase: { ...state.phase, anchor: { position: positionAt(state, now), now } } };
}

export function isAtEnd({ track }: MachineState, position: number): boolean {
  return position >= (track?.time.duration ?? 0);
}
