import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { Grant } from "../../room/grant.js";
import type { Authorize } from "../../room/session.js";
import { InktapeError } from "../../signal/errors.js";
import type { Millis, RoomId } from "../../signal/ids.js";
import type { JoinRequest } from "../../signal/protocol.js";
import type { Role } from "../../signal/signal.js";
import { isRoomNamed, type Claims } from "../tokens/claims.js";
import type { VerifyToken } from "../tokens/token-verifier.js";

/** Somebody who wants into a room. */
export interface Knock {
  readonly join: JoinRequest;
  /** Of the request that opened the socket: cookies, an app's own headers. */
  readonly headers: IncomingHttpHeaders;
  /** Path and query of that request. */
  readonly path: string;
}

/** Why somebody may not come in, in a sentence for people. */
export interface Denial {
  readonly denied: string;
}

/** Says what somebody may do in a room, or why not even come in. */
export type AnswerKnock = (knock: Knock) => Role | Grant | Denial | Promise<Role | Grant | Denial>;

/** Who may do what on a server. */
export interface Access {
  /** True when not everybody may read what there is: then shared caches must not keep it. */
  readonly isGuarded: boolean;
  /** For the joins that come over the socket that the request opened. */
  joiner(request: IncomingMessage): Authorize;
  /**
   * Which rooms' recordings may be read. Rejects with `denied`.
   *
   * @param authorization the request's header of that name.
   */
  reader(authorization: string | undefined): Promise<(room: RoomId) => boolean>;
  /**
   * Resolves for one who may know how the server does. Rejects with `denied` for everyone else.
   *
   * @param authorization the request's header of that name.
   */
  operator(authorization: string | undefined): Promise<void>;
}

/**
 * Everybody may read, and come in as they ask, or as the app's own function says. Such a function says nothing of
 * operators, and who has one may be reached by anybody.
 */
export function openAccess(own?: AnswerKnock): Access {
  const answer: AnswerKnock = own ?? (({ join }) => join.role);
  return {
    isGuarded: false,
    joiner: (request) => async (join) => {
      const granted = await answer({ join, headers: request.headers, path: request.url ?? "/" });
      if (typeof granted === "object" && "denied" in granted) throw new InktapeError("denied", granted.denied);
      return granted;
    },
    reader: async () => () => true,
    async operator() {
      if (own) throw new InktapeError("denied", "Metrics are on a port of their own here: see the option metricsPort.");
    },
  };
}

/** Only bearers of tokens may read and come in, as their tokens say. */
export function tokenAccess(verify: VerifyToken): Access {
  return {
    isGuarded: true,
    joiner:
      () =>
      async ({ room, token }) => {
        const claims = await verify(token ?? missing());
        if (!isRoomNamed(claims.room, room)) {
          throw new InktapeError("denied", `This token is not for the room "${room}".`);
        }
        return grantOf(claims);
      },
    async reader(authorization) {
      const claims = await verify(bearerOf(authorization));
      if (!claims.replay) throw new InktapeError("denied", "This token does not let its bearer read recordings.");
      return (room) => isRoomNamed(claims.room, room);
    },
    async operator(authorization) {
      const { role, room } = await verify(bearerOf(authorization));
      if (role === "admin" && room === "*") return;
      throw new InktapeError("denied", "Metrics are for the bearers of a token of the role admin for all rooms.");
    },
  };
}

function grantOf({ role, record, user, name, exp }: Claims): Grant {
  const until = exp === undefined ? undefined : ((exp * 1000) as Millis);
  return { role, mayRecord: record, user: { id: user, name }, until };
}

function bearerOf(authorization: string | undefined): string {
  return /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1] ?? missing();
}

function missing(): never {
  throw new InktapeError("denied", "This server asks for a token: get one from the app that you came from.");
}
