import { loopWithin } from "./loop.js";
import { isPlayWanted, positionAt, START, type MachineState } from "./machine-state.js";
import { goTo, isAtEnd, reanchored, seeking, stay, to, type Step } from "./moves.js";

/** What playing makes of a state. */
export function onPlay(state: MachineState): Step {
  const { phase, hidden } = state;
  if (hidden.isHidden && hidden.policy === "pause") return stay(resuming(state, true));
  switch (phase.name) {
    case "opening":
    case "empty":
      return to(state, { ...phase, wantsPlay: true });
    case "failed":
      // What was asked for cannot be: trying again would be something else.
      if (phase.error.code === "bad-argument") return stay(state);
      return to({ ...state, track: null }, { name: "opening", wantsPlay: true, target: START }, [
        { type: "fetchIndex" },
      ]);
    case "paused":
    case "stepping":
      return isAtEnd(state, phase.position) ? playFromTheEnd(state) : goTo(state, phase.position, true);
    case "ended":
      return playFromTheEnd(state);
    default:
      return stay(state);
  }
}

/** At the end of what is over, play begins again; at the live edge it waits for more. */
function playFromTheEnd(state: MachineState): Step {
  const { track } = state;
  if (track?.isLive) return to(state, { name: "edge", position: positionAt(state, 0) });
  const loop = loopWithin(state.loop, track);
  const start = loop && loop.to === track?.time.duration ? loop.from : 0;
  return goTo(seeking(state), start, true);
}

/** What pausing makes of a state. */
export function onPause(before: MachineState, now: number): Step {
  const state = resuming(before, false);
  const { phase } = state;
  if (phase.name === "opening" || phase.name === "empty") return to(state, { ...phase, wantsPlay: false });
  if (!isPlayWanted(phase)) return stay(state);
  return goTo(state, positionAt(state, now), false);
}

/** What it makes of a state that nobody sees it any more, or somebody does again. */
export function onHidden(state: MachineState, isHidden: boolean, now: number): Step {
  if (isHidden === state.hidden.isHidden) return stay(state);
  // Where it is, is asked of the state before: how long frames may be away depends on whether it is seen.
  const anchored = reanchored(state, now);
  const next = { ...anchored, hidden: { ...state.hidden, isHidden } };
  if (state.hidden.policy === "goOn") {
    if (next.phase.name !== "playing") return stay(next);
    return to(next, { ...next.phase, seenAt: now }, [{ type: "run" }]);
  }
  const { phase } = next;
  const wantsPlay = "wantsPlay" in phase ? phase.wantsPlay : isPlayWanted(phase);
  if (!isHidden) return state.hidden.resumes ? onPlay(resuming(next, false)) : stay(next);
  if (!wantsPlay) return stay(next);
  const { state: paused, effects } = onPause(next, now);
  return { state: resuming(paused, true), effects };
}

function resuming(state: MachineState, resumes: boolean): MachineState {
  return state.hidden.resumes === resumes ? state : { ...state, hidden: { ...state.hidden, resumes } };
}
