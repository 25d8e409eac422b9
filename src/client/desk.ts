import type { Signal } from "../signal/signal.js";
import { nextStep, record, stepped, type History } from "./history.js";
import type { Outgoing } from "./outgoing.js";
import { act, inverseOf, type Prediction } from "./prediction.js";

/** What a client works on: the board it predicts, and the way back. */
export interface Desk {
  readonly prediction: Prediction;
  readonly history: History;
}

/** Does something, and remembers what takes it back as the board is now. */
export function perform({ prediction, history }: Desk, added: readonly Outgoing[]): Desk {
  const { signals } = inverseOf(prediction, added);
  return { prediction: act(prediction, added), history: record(history, signals) };
}

/**
 * Undoes or redoes a step. Parts that would change nothing, because somebody else removed what they speak of, are left
 * out; a step of which nothing remains is dropped, and the one before it is taken.
 *
 * @param ready makes a signal ready to go.
 */
export function step(desk: Desk, way: "undo" | "redo", ready: (signal: Signal) => readonly Outgoing[]): Desk {
  let { prediction, history } = desk;
  for (let next = nextStep(history, way); next; next = nextStep(history, way)) {
    const signals = next.flatMap(ready);
    const inverse = inverseOf(prediction, signals);
    const effective = signals.filter((_, index) => inverse.isOf[index]);
    prediction = act(prediction, effective);
    history = stepped(history, way, inverse.signals);
    if (effective.length > 0) break;
  }
  return { prediction, history };
}
