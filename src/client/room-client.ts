import type { Board } from "../board/board.js";
import type { Entry } from "../signal/entry.js";
import type { InktapeError } from "../signal/errors.js";
import type { MemberId, PageId, RoomId, ShapeId } from "../signal/ids.js";
import type { Json, Role, Signal, VoidReason } from "../signal/signal.js";
import type { Store } from "../store/store.js";
import type { AssetStore } from "../transport/assets.js";

/**
 * - `connecting`: on the way, for the first time or again;
 * - `online`: live;
 * - `suspended`: live to look at; the room can store nothing at the moment, and what is done is sent when it can again;
 * - `offline`: the connection is lost, another try is coming; drawing goes on and is sent later;
 * - `denied`: the room says no, for good;
 * - `closed`: this client was closed.
 */
export type ConnectionState = "connecting" | "online" | "suspended" | "offline" | "denied" | "closed";

export interface ConnectionStatus {
  readonly state: ConnectionState;
  /** Why, when it is suspended, offline or denied. */
  readonly error: InktapeError | null;
  /** Changes to the board that the room has not acknowledged yet; presence is not counted. */
  readonly pending: number;
}

/** Who this client is in the room; null until the first welcome. */
export interface Self {
  readonly member: MemberId;
  readonly role: Role;
}

/**
 * Ends a gesture. `takenBack` says that what was done in it has been taken back by its own signals already, as a drag
 * that is cancelled does: then there is nothing to undo.
 */
export type EndGesture = (outcome?: "takenBack") => void;

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
  /** The room's pictures. */
  readonly assets: AssetStore;

  /** The authority's time now, as near as can be told; entries that came in are never in its future. */
  time(): number;

  /**
   * Does something: shown at once, sent with the next batch, kept until acknowledged. A no-op before the first welcome,
   * once denied or closed, for readers (presence excepted), and on a page that is locked for all but admins; presence is
   * dropped while there is no connection.
   * Throws `too-large`, `bad-bytes` or `bad-signal` for what the room would refuse, and then does nothing of it.
   */
  send(signals: readonly Signal[]): void;
  /** Everything sent until the returned function is called is undone as one step. */
  gesture(): EndGesture;
  /**
   * Takes this client's last action back, while offline too. What others changed meanwhile stays as they made it; what
   * they removed stays removed. A no-op while a gesture is under way.
   */
  undo(): void;
  /** Does again what was undone last, until something new is done. */
  redo(): void;

  /** A new shape's id, never given before. Throws `bad-argument` before the first welcome. */
  newShapeId(): ShapeId;
  newPageId(): PageId;

  /**
   * Confirmed entries, own ones included, in order, once the boards show them. Those that the room leaves out after a
   * long absence, by sending its board instead, are not heard.
   */
  onEntries(listener: (entries: readonly Entry[]) => void): () => void;
  /**
   * Hears when the room did not take something that this client has done, and why; the board shows it no longer. A
   * reason may be one that this version does not know.
   */
  onRefused(listener: (reason: VoidReason | (string & {})) => void): () => void;
  /** Custom events by name. */
  onEvent(name: string, listener: (data: Json, by: MemberId) => void): () => void;

  /** Tries again now instead of waiting for the next try. */
  reconnect(): void;
  /** Sends what waits and leaves. The stores keep what they show. */
  close(): void;
}

export interface HistoryState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}
