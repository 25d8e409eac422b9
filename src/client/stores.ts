import type { Board } from "../board/board.js";
import { callAll } from "../store/call-all.js";
import { createStore, type Store } from "../store/store.js";
import type { ConnectionPhase } from "./connection.js";
import { canRedo, canUndo, type History } from "./history.js";
import { pendingCount } from "./outbox.js";
import type { Prediction } from "./prediction.js";
import type { ConnectionStatus, HistoryState, Self } from "./room-client.js";

/** All that a client's stores show. */
export interface Shown {
  readonly who: Self | null;
  readonly prediction: Prediction | null;
  readonly history: History;
  readonly phase: ConnectionPhase;
}

/** What a client lets others see of itself. */
export interface Stores {
  readonly status: Store<ConnectionStatus>;
  readonly self: Store<Self | null>;
  readonly board: Store<Board | null>;
  readonly confirmed: Store<Board | null>;
  readonly history: Store<HistoryState>;
  /** Shows what `now` says to every store's listeners. It is asked for each store, since a listener may act again. */
  show(now: () => Shown): void;
}

/** Makes the stores of a client that has just begun to connect. */
export function createStores(): Stores {
  const confirmed = createStore<Board | null>(null);
  const board = createStore<Board | null>(null);
  const self = createStore<Self | null>(null);
  const history = createStore<HistoryState>({ canUndo: false, canRedo: false });
  const status = createStore<ConnectionStatus>({ state: "connecting", error: null, pending: 0 });
  return {
    confirmed,
    board,
    self,
    history,
    status,
    show(now) {
      callAll([
        () => confirmed.set(now().prediction?.confirmed ?? null),
        () => board.set(now().prediction?.board ?? null),
        () => self.set(sameOrNull(self.get(), now().who)),
        () => history.set(sameOr(history.get(), historyState(now()))),
        () => status.set(sameOr(status.get(), connectionStatus(now()))),
      ]);
    },
  };
}

function historyState({ history }: Shown): HistoryState {
  return { canUndo: canUndo(history), canRedo: canRedo(history) };
}

function connectionStatus({ phase, prediction }: Shown): ConnectionStatus {
  const error = "error" in phase ? phase.error : null;
  return { state: phase.state, error, pending: prediction ? pendingCount(prediction.outbox) : 0 };
}

function sameOrNull<T extends object>(before: T | null, next: T | null): T | null {
  return before && next ? sameOr(before, next) : next;
}

/** The value before when it says the same, so that a store does not tell of a change that is none. */
function sameOr<T extends object>(before: T, next: T): T {
  const names = Object.keys(next) as (keyof T)[];
  return names.every((name) => Object.is(before[name], next[name])) ? before : next;
}
