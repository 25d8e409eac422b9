import { isAtLeast } from "../board/rights.js";
import type { Millis } from "../signal/ids.js";
import type { JoinRequest } from "../signal/protocol.js";
import type { Role } from "../signal/signal.js";

/** What somebody may do in a room, and as whom. */
export interface Grant {
  /** The most; a client that asks for less gets less. */
  readonly role: Role;
  /** False for one who may not start or stop recording. Default true. */
  readonly mayRecord?: boolean | undefined;
  /** Who it is, whatever the client says of itself. */
  readonly user?: { readonly id?: string | undefined; readonly name?: string | undefined } | undefined;
  /** Until when. Then the connection ends, and the client may come back with another grant. */
  readonly until?: Millis | undefined;
}

/** What somebody may do in a room while it is there. */
export interface Rights {
  readonly role: Role;
  /** True for one who may start and stop recording. */
  readonly mayRecord: boolean;
}

/** What a client asks for, cut down to what it is granted. */
export function withGrant(request: JoinRequest, { role, mayRecord = true, user }: Grant): JoinRequest {
  const { id, name, color } = request.user;
  return {
    ...request,
    role: isAtLeast(role, request.role) ? request.role : role,
    user: { id: user?.id ?? id, name: user?.name ?? name, color },
    isRecord: request.isRecord && mayRecord,
  };
}
