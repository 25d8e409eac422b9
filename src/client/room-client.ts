import type { Board } from "../board/board.js";
import type { Entry } from "../signal/entry.js";
import type { InktapeError } from "../signal/errors.js";
import type { MemberId, PageId, RoomId, ShapeId } from "../signal/ids.js";
import type { Json, Role, Signal } from "../signal/signal.js";
import type { Store } from "../store/store.js";

/**
 * - `connecting`: on the way, for the first time or again;
 * - `online`: live;
 * - `offline`: the connection is lost, another try is coming; drawing goes on and is sent later;
 * - `denied`: the room says no, for good;
 * - `closed`: this client was closed.
 */
export type ConnectionState = "connecting" | "online" | "offline" | "denied" | "closed";

export interface ConnectionStatus {
  readonly state: ConnectionState;
  /** Why, when it is offline or denied. */
  readonly error: InktapeError | null;
  /** Signals that the room has not acknowledged yet. */
  readonly pending: number;
}

/** Who this client is in the room; null until the first welcome. */
export interface Self {
  readonly member: MemberId;
  readonly role: Role;
}

/** A participant in one room: connects, predicts, catches up. */
export interface RoomClient {
  readonly room: RoomId;
  readonly status: Store<ConnectionStatus>;
  readonly self: Store<Self | null>;
  /** The confirmed board with this client's own signals on top; null until the first welcome. Changes at once on `send`. */
  readonly board: Store<Board | null>;
  /** The board as the room has confirmed it: the same on every client at the same `seq`. */
  readonly confirmed: Store<Board | null>;
  readonly history: Store<HistoryState>;

  /** The authority's time now, as near as can be told; entries that came in are never in its future. */
  time(): number;

  /** Does something: shown at once, sent with the next batch, kept until acknowledged. A no-op before the first welcome and for readers (presence excepted). */
  send(signals: readonly Signal[]): void;
  /** Everything sent until the returned function is called is undone as one step. */
  gesture(): () => void;
  undo(): void;
  redo(): void;

  /** A new shape's id, never given before. Only after the first welcome. */
  newShapeId(): ShapeId;
  newPageId(): PageId;

  /** Confirmed entries, own ones included, in order. */
  onEntries(listener: (entries: readonly Entry[]) => void): () => void;
  /** Custom events by name. */
  onEvent(name: string, listener: (data: Json, by: MemberId) => void): () => void;

  /** Tries again now instead of waiting for the next try. */
  reconnect(): void;
  close(): void;
}

export interface HistoryState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}
