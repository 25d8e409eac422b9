import type { InktapeError } from "../signal/errors.js";

/** A connection that held this long was a good one: the next loss starts the waiting from its shortest again. */
const STEADY_MS = 10_000;

/** Where a client stands with its room; the states are those of `ConnectionState`. `attempt` counts failures in a row. */
export type Connecting = { readonly state: "connecting"; readonly attempt: number };
export type ConnectionPhase =
  | Connecting
  | { readonly state: "online"; readonly attempt: number; readonly since: number }
  | { readonly state: "suspended"; readonly attempt: number; readonly since: number; readonly error: InktapeError }
  | { readonly state: "offline"; readonly attempt: number; readonly error: InktapeError }
  | { readonly state: "denied"; readonly error: InktapeError }
  | { readonly state: "closed" };

export type ConnectionEvent =
  /** The room has let the client in, at the clock's `now`. */
  | { readonly type: "welcomed"; readonly now: number }
  /** The room takes nothing for a while; the line stays open. */
  | { readonly type: "suspended"; readonly error: InktapeError }
  /** The connection has ended, for a reason that may pass. */
  | { readonly type: "lost"; readonly error: InktapeError; readonly now: number }
  /** The line is open, and what should come over it does not. */
  | { readonly type: "stalled"; readonly error: InktapeError; readonly now: number }
  /** There is no way to go on. */
  | { readonly type: "denied"; readonly error: InktapeError }
  /** The wait is over, or somebody does not want to wait. */
  | { readonly type: "retry" }
  | { readonly type: "close" };

/** What is to be done about a transition, in order. */
export type ConnectionEffect =
  | { readonly type: "connect" }
  /** Set the timer for another try, as backoff.ts says. */
  | { readonly type: "wait"; readonly attempt: number }
  | { readonly type: "stop-waiting" }
  | { readonly type: "hang-up" };

export interface Transition {
  readonly phase: ConnectionPhase;
  readonly effects: readonly ConnectionEffect[];
}

/** A client that is on its way for the first time; its `connect` is the owner's to do. */
export const FIRST_TRY: Connecting = { state: "connecting", attempt: 0 };

/** The connection's state machine. An event that means nothing in a phase leaves it as it is. */
export function transition(phase: ConnectionPhase, event: ConnectionEvent): Transition {
  const stay = { phase, effects: [] };
  if (phase.state === "denied" || phase.state === "closed") {
    return event.type === "close" ? { phase: { state: "closed" }, effects: [] } : stay;
  }
  switch (event.type) {
    case "welcomed":
      if (phase.state !== "connecting") return stay;
      return { phase: { state: "online", attempt: phase.attempt, since: event.now }, effects: [] };
    case "suspended":
      return phase.state === "online"
        ? { phase: { ...phase, state: "suspended", error: event.error }, effects: [] }
        : stay;
    case "lost":
      return phase.state === "offline" ? stay : waiting(phase, event, []);
    case "stalled":
      return phase.state === "online" ? waiting(phase, event, [{ type: "hang-up" }]) : stay;
    case "denied":
      return { phase: { state: "denied", error: event.error }, effects: leaving(phase) };
    case "retry":
      if (phase.state !== "offline") return stay;
      return {
        phase: { state: "connecting", attempt: phase.attempt + 1 },
        effects: [{ type: "stop-waiting" }, { type: "connect" }],
      };
    case "close":
      return { phase: { state: "closed" }, effects: leaving(phase) };
  }
}

function waiting(
  phase: Exclude<ConnectionPhase, { state: "denied" | "closed" }>,
  { error, now }: { readonly error: InktapeError; readonly now: number },
  before: readonly ConnectionEffect[],
): Transition {
  const isSteady = (phase.state === "online" || phase.state === "suspended") && now - phase.since >= STEADY_MS;
  const attempt = isSteady ? 0 : phase.attempt;
  return { phase: { state: "offline", attempt, error }, effects: [...before, { type: "wait", attempt }] };
}

function leaving(phase: ConnectionPhase): readonly ConnectionEffect[] {
  return [{ type: phase.state === "offline" ? "stop-waiting" : "hang-up" }];
}
