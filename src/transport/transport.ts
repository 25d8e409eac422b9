import type { Entry } from "../signal/entry.js";
import type { Millis, RoomId } from "../signal/ids.js";
import type { Goodbye, JoinRequest, SignalBatch, Suspended, Welcome } from "../signal/protocol.js";
import type { RoomSummary } from "../signal/room-summary.js";
import type { TapeSource } from "../tape/tape-source.js";
import type { AssetStore } from "./assets.js";

/**
 * What a transport tells its client. `welcome` comes first and once, `closed` last and once; without a welcome nothing
 * but `closed` comes. After the client's own `close` nothing comes any more.
 */
export interface ConnectionEvents {
  welcome(welcome: Welcome): void;
  /** Durable entries, in order, without a gap after the board or seq that the welcome speaks of. */
  entries(entries: readonly Entry[]): void;
  /** The same for a client that takes in less than it is sent: with gaps where newer presence takes the place of older. */
  thinned(entries: readonly Entry[]): void;
  /** The room takes nothing on this connection any more; it ends when the room can again. Entries may still come. */
  suspended(reason: Suspended): void;
  closed(goodbye: Goodbye): void;
}

/** One connection to one room. Loses what it is given after it has closed. */
export interface Connection {
  send(batch: SignalBatch): void;
  /** Ends the connection. The authority takes the member out at once. */
  close(): void;
}

/**
 * How a client reaches rooms. A transport connects once and reports, never from inside the call of `connect`, `send` or
 * `close`; waiting, trying again and resuming are the client's part. Every transport passes `transportContract` of
 * `inktape/testing`.
 */
export interface Transport {
  connect(request: JoinRequest, events: ConnectionEvents): Connection;
  /** The tape of a room; its calls reject with `not-found` for a room that never was, `offline` when out of reach. */
  tape(room: RoomId): TapeSource;
  /** The pictures of a room. */
  assets(room: RoomId): AssetStore;
  /**
   * Makes the room `into`, which goes on from the board of a room's recording at the moment `at`, everything at that moment
   * and its pictures included. Nobody is in it, nothing is locked or ruled, and it is not recorded until somebody asks for
   * that. Rejects with `already-exists` for a name that is taken, `not-found` for a room that never was, `bad-argument`
   * when nothing of it was recorded up to then, `denied` to those who may not read the one or write into the other, and
   * `offline`. Undefined where rooms cannot be made like this.
   */
  readonly fork?: ((room: RoomId, at: Millis, into: RoomId) => Promise<void>) | undefined;
  /** All rooms, the newest activity first. */
  rooms(): Promise<readonly RoomSummary[]>;
}
