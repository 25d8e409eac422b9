import type { Signal } from "../signal/signal.js";
import { compact } from "./compact.js";

/** More steps than these are forgotten, the oldest first. */
const DEPTH = 200;

/** Signals that take one action back. */
export type Step = readonly Signal[];

/** What this client can undo and redo: its own actions only, each as the signals that take it back. */
export interface History {
  /** Steps that undo, the next one last. */
  readonly undo: readonly Step[];
  /** Steps that redo, the next one last. */
  readonly redo: readonly Step[];
  /** How many gestures are under way. */
  readonly gestures: number;
  /** What takes back the gestures under way, so far. */
  readonly gathered: Step;
}

export const EMPTY_HISTORY: History = { undo: [], redo: [], gestures: 0, gathered: [] };

/** Remembers what takes back something that was just done. It ends what could be redone. */
export function record(history: History, inverse: Step): History {
  if (inverse.length === 0) return history;
  if (history.gestures > 0) return { ...history, redo: [], gathered: [...inverse, ...history.gathered] };
  return { ...history, undo: pushed(history.undo, inverse), redo: [] };
}

/** Opens a gesture: until it is closed, and every other open one with it, all that is done is one step. */
export function openGesture(history: History): History {
  return { ...history, gestures: history.gestures + 1 };
}

export function closeGesture(history: History): History {
  const gestures = history.gestures - 1;
  if (gestures > 0) return { ...history, gestures };
  return { ...history, undo: pushed(history.undo, compact(history.gathered)), gestures, gathered: [] };
}

/** Closes a gesture that left nothing behind. While others are open with it, they remember what there is to take back. */
export function dropGesture(history: History): History {
  return closeGesture(history.gestures > 1 ? history : { ...history, gathered: [] });
}

/** The step to do next when undoing or redoing; nothing while a gesture is under way. */
export function nextStep(history: History, way: "undo" | "redo"): Step | undefined {
  return history.gestures > 0 ? undefined : history[way].at(-1);
}

/** After {@link nextStep} was done; `inverse` takes that back in turn. */
export function stepped(history: History, way: "undo" | "redo", inverse: Step): History {
  const back = way === "undo" ? "redo" : "undo";
  return { ...history, [way]: history[way].slice(0, -1), [back]: pushed(history[back], inverse) };
}

export function canUndo(history: History): boolean {
  return history.undo.length > 0 || history.gathered.length > 0;
}

export function canRedo(history: History): boolean {
  return history.redo.length > 0;
}

function pushed(steps: readonly Step[], step: Step): readonly Step[] {
  return step.length === 0 ? steps : [...steps, step].slice(-DEPTH);
}
