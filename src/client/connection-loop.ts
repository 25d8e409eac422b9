import type { Cancel, Clock } from "../clock/clock.js";
import type { Entry } from "../signal/entry.js";
import { InktapeError } from "../signal/errors.js";
import type { Goodbye, JoinRequest, SignalBatch, Welcome } from "../signal/protocol.js";
import type { Connection, Transport } from "../transport/transport.js";
import { backoff } from "./backoff.js";
import {
  FIRST_TRY,
  transition,
  type ConnectionEffect,
  type ConnectionEvent,
  type ConnectionPhase,
} from "./connection.js";

export interface ConnectionLoopOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly random: () => number;
  /** What to ask for, put together anew for every try. */
  readonly request: () => JoinRequest;
  /** The line is open: batches may go from inside this call on. */
  readonly onWelcome: (welcome: Welcome) => void;
  readonly onEntries: (entries: readonly Entry[]) => void;
  /** Entries with gaps, where presence was left out. */
  readonly onThinned: (entries: readonly Entry[]) => void;
  /** The phase is another one. A welcome tells of its own. */
  readonly onChange: () => void;
}

/** Keeps a client connected: carries out what connection.ts decides, and hears nothing from a line it has let go. */
export interface ConnectionLoop {
  readonly phase: ConnectionPhase;
  /** Passes a batch on; lost unless the phase is `online`. */
  send(batch: SignalBatch): void;
  retry(): void;
  /** Gives the line up, which is open and dead, and tries another. */
  abandon(error: InktapeError): void;
  /** Gives up for good. */
  deny(error: InktapeError): void;
  close(): void;
}

/** Makes the loop and starts its first try at once. */
export function createConnectionLoop(options: ConnectionLoopOptions): ConnectionLoop {
  const { transport, clock, random, request, onWelcome, onEntries, onThinned, onChange } = options;
  let phase: ConnectionPhase = FIRST_TRY;
  let line: Connection | null = null;
  let stopWaiting: Cancel | null = null;
  /** Names the line that is listened to; a line that was let go has an older number. */
  let lines = 0;

  function dispatch(event: ConnectionEvent): boolean {
    const before = phase;
    const next = transition(phase, event);
    phase = next.phase;
    for (const effect of next.effects) perform(effect);
    return phase !== before;
  }

  function perform(effect: ConnectionEffect): void {
    switch (effect.type) {
      case "connect":
        connect();
        return;
      case "wait":
        stopWaiting = clock.after(backoff(effect.attempt, random), () => tell({ type: "retry" }));
        return;
      case "stop-waiting":
        stopWaiting?.();
        stopWaiting = null;
        return;
      case "hang-up":
        letGo()?.close();
    }
  }

  function tell(event: ConnectionEvent): void {
    if (dispatch(event)) onChange();
  }

  function letGo(): Connection | null {
    const old = line;
    lines += 1;
    line = null;
    return old;
  }

  function connect(): void {
    const own = ++lines;
    line = transport.connect(request(), {
      welcome(welcome) {
        if (own === lines && dispatch({ type: "welcomed", now: clock.now() })) onWelcome(welcome);
      },
      entries(entries) {
        if (own === lines) onEntries(entries);
      },
      thinned(entries) {
        if (own === lines) onThinned(entries);
      },
      suspended({ code, message }) {
        if (own === lines) tell({ type: "suspended", error: new InktapeError(code, message) });
      },
      closed(goodbye) {
        if (own !== lines) return;
        letGo();
        tell(farewell(goodbye, clock.now()));
      },
    });
  }

  connect();
  return {
    get phase() {
      return phase;
    },
    send(batch) {
      if (phase.state === "online") line?.send(batch);
    },
    retry: () => tell({ type: "retry" }),
    abandon: (error) => tell({ type: "stalled", error, now: clock.now() }),
    deny: (error) => tell({ type: "denied", error }),
    close: () => tell({ type: "close" }),
  };
}

function farewell(goodbye: Goodbye, now: number): ConnectionEvent {
  const error = new InktapeError(goodbye.code, goodbye.message);
  return goodbye.isRetryable ? { type: "lost", error, now } : { type: "denied", error };
}
