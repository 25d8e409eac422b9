import type { Entry } from "./entry.js";
import type { ErrorCode } from "./errors.js";
import type { ClientId, MemberId, Millis, RoomId, Seq } from "./ids.js";
import type { Role, Signal } from "./signal.js";

/** What a client says when it comes to a room, the first time and after every lost connection. */
export interface JoinRequest {
  readonly room: RoomId;
  readonly client: ClientId;
  readonly user: { readonly id: string; readonly name: string; readonly color: string };
  /** The role asked for; the authority may give less. */
  readonly role: Role;
  /** Asks for recording; takes effect when the room is made, or when the role allows it. */
  readonly isRecord: boolean;
  /** The last entry this client has; null when it has no board yet. */
  readonly after: Seq | null;
  /** What lets the client in, where the authority asks for it. */
  readonly token?: string | undefined;
}

/** The authority's answer to a {@link JoinRequest}. */
export interface Welcome {
  readonly member: MemberId;
  readonly role: Role;
  /** The last of this client's signals that is in the log. */
  readonly clientSeq: number;
  /** The authority's time. */
  readonly now: Millis;
  /** The board to start from, as tape/keyframe.ts encodes it; null when the entries after `after` follow instead. */
  readonly keyframe: Uint8Array | null;
}

/** Why a connection ended. */
export interface Goodbye {
  readonly code: ErrorCode;
  /** A sentence for people. */
  readonly message: string;
  /** False when trying again cannot help. */
  readonly isRetryable: boolean;
}

/** Why a room takes nothing for a while. */
export interface Suspended {
  readonly code: ErrorCode;
  /** A sentence for people. */
  readonly message: string;
}

/** Signals of one client, numbered on from `first`. */
export interface SignalBatch {
  readonly first: number;
  readonly signals: readonly Signal[];
}

/** What goes from a client to the authority: first a join, then signals, at the end (if it can) a leave. */
export type ClientFrame =
  | { readonly type: "join"; readonly request: JoinRequest }
  | { readonly type: "signals"; readonly batch: SignalBatch }
  | { readonly type: "leave" };

/**
 * What goes from the authority to a client: a welcome, then entries, at the end a goodbye. `thinned` are entries too, for
 * a client that takes in less than it is sent: presence is left out of them that newer presence of the same member and
 * kind replaces, so their places have gaps. After `suspended` nothing is taken on this connection any more; entries may
 * still come.
 */
export type ServerFrame =
  | { readonly type: "welcome"; readonly welcome: Welcome }
  | { readonly type: "entries"; readonly entries: readonly Entry[] }
  | { readonly type: "thinned"; readonly entries: readonly Entry[] }
  | { readonly type: "suspended"; readonly reason: Suspended }
  | { readonly type: "goodbye"; readonly goodbye: Goodbye };
