import type { Millis } from "../signal/ids.js";
import type { JoinRequest } from "../signal/protocol.js";
import type { Role } from "../signal/signal.js";

/** What somebody may do in a room, and as whom. */
export interface Grant {
  /** The most; a client that asks for less gets less. */
  readonly role: Role;
  /** False for one who may not ask for recording. Default true. */
  readonly mayRecord?: boolean | undefined;
  /** Who it is, whatever the client says of itself. */
  readonly user?: { readonly id?: string | undefined; readonly name?: string | undefined } | undefined;
  /** Until when. Then the connection ends, and the client may come back with another grant. */
  readonly until?: Millis | undefined;
}

/** Roles, from the one that may least. */
const ROLES: readonly Role[] = ["reader", "writer", "admin"];

/** What a client asks for, cut down to what it is granted. */
export function withGrant(request: JoinRequest, { role, mayRecord = true, user }: Grant): JoinRequest {
  const { id, name, color } = request.user;
  return {
    ...request,
    role: ROLES.indexOf(role) < ROLES.indexOf(request.role) ? role : request.role,
    user: { id: user?.id ?? id, name: user?.name ?? name, color },
    isRecord: request.isRecord && mayRecord,
  };
}
