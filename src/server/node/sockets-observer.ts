import type { ErrorCode } from "../../signal/errors.js";
import type { MemberId, RoomId } from "../../signal/ids.js";
import type { Goodbye } from "../../signal/protocol.js";

/** Is told what happens at the sockets of a server. A call must be quick, and must not throw. */
export interface SocketsObserver {
  /** A socket was not opened; `room` is null when its address names none. */
  refused(code: ErrorCode, room: RoomId | null): void;
  /**
   * A socket was opened. The answer is told what becomes of it.
   *
   * @param waiting how many bytes wait for the peer to take them.
   */
  opened(room: RoomId, waiting: () => number): ConnectionObserver;
}

/** Is told what becomes of one connection. */
export interface ConnectionObserver {
  /** The client is in its room. */
  seated(member: MemberId): void;
  /** The peer takes in less than its room sends, and is sent away next. */
  slow(): void;
  /** So many entries of presence were left out, because the peer takes in less than its room sends. */
  dropped(entries: number): void;
  /** The connection is ended by the server, or the client has left. */
  ending(goodbye: Goodbye): void;
  /** Something went wrong that nobody foresaw. */
  failed(error: unknown): void;
  /** The connection is closed. */
  closed(): void;
}
