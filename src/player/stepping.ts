import type { Millis } from "../signal/ids.js";
import { positionAt, type MachineState } from "./machine-state.js";
import { goTo, seeking, stay, to, type Step } from "./moves.js";

/** What a step makes of a state: steps add up while their stops are looked for. */
export function onStep(state: MachineState, by: 1 | -1, now: number): Step {
  const { phase, track } = state;
  if (!track?.range || phase.name === "failed") return stay(state);
  return towards(seeking(state), positionAt(state, now), by + (phase.name === "stepping" ? phase.by : 0));
}

/** What it makes of a state that the next stop was found. */
export function onStop(state: MachineState, wall: Millis | "none"): Step {
  const { phase, track } = state;
  if (phase.name !== "stepping" || !track?.range) return stay(state);
  const { by } = phase;
  const isThere = wall !== "none" && wall >= track.range.from && wall <= track.range.to;
  if (!isThere) return goTo(state, by > 0 ? track.time.duration : 0, false);
  return towards(state, track.time.positionAt(wall), by - Math.sign(by));
}

function towards(state: MachineState, position: number, by: number): Step {
  if (by === 0) return goTo(state, position, false);
  return to(state, { name: "stepping", position, by }, [{ type: "rest" }, { type: "findStop" }]);
}
