import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { Grant } from "../../room/grant.js";
import type { Authorize } from "../../room/session.js";
import { InktapeError } from "../../signal/errors.js";
import type { ClientId, Millis, RoomId } from "../../signal/ids.js";
import type { JoinRequest } from "../../signal/protocol.js";
import type { Role } from "../../signal/signal.js";
import { isRoomNamed, type Claims } from "../tokens/claims.js";
import type { VerifyToken } from "../tokens/token-verifier.js";

/** Somebody who wants into a room. */
export interface Knock {
  /** Of who puts a picture over HTTP, the room, the role (writer) and the token are told, and nothing of the user. */
  readonly join: JoinRequest;
  /** Of the request that opened the socket, or that brings a picture: cookies, an app's own headers. */
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

/** What a request over HTTP wants: to read recordings, to see a room's pictures, to add some, to change rooms. */
export type Deed = "read" | "visit" | "write" | "administer";

/** Says whether a request may change rooms: an app's own function. */
export type MayAdminister = (request: Request) => boolean | Promise<boolean>;

/** Who may do what on a server. */
export interface Access {
  /** True when not everybody may read what there is: then shared caches must not keep it. */
  readonly isGuarded: boolean;
  /** For the joins that come over the socket that the request opened. */
  joiner(request: IncomingMessage): Authorize;
  /**
   * For which rooms a request may do something. Rejects with `denied` when it is for none.
   *
   * @param room the one that the request names; undefined when it is about several.
   */
  permit(deed: Deed, request: Request, room?: RoomId): Promise<(room: RoomId) => boolean>;
  /**
   * Resolves for one who may know how the server does. Rejects with `denied` for everyone else.
   *
   * @param authorization the request's header of that name.
   */
  operator(authorization: string | undefined): Promise<void>;
}

/** What an open server goes by. */
export interface OpenAccessOptions {
  /** Default what is asked for. */
  readonly authorize?: AnswerKnock | undefined;
  /** Default everybody may, on a server without `authorize`; with that, nobody. */
  readonly administer?: MayAdminister | undefined;
}

/**
 * Everybody may read, and come in as they ask, or as the app's own function says. Such a function says nothing of
 * operators, and who has one may be reached by anybody.
 */
export function openAccess({ authorize, administer }: OpenAccessOptions = {}): Access {
  const answer: AnswerKnock = authorize ?? (({ join }) => join.role);
  const grant = async (knock: Knock): Promise<Role | Grant> => {
    const granted = await answer(knock);
    if (typeof granted === "object" && "denied" in granted) throw new InktapeError("denied", granted.denied);
    return granted;
  };
  return {
    isGuarded: false,
    joiner: (request) => (join) => grant({ join, headers: request.headers, path: request.url ?? "/" }),
    async permit(deed, request, room) {
      const isChange = deed === "write" || deed === "administer";
      if (!isChange || (administer ? await administer(request) : authorize === undefined)) return () => true;
      if (deed === "write" && authorize && room !== undefined) {
        const granted = await grant(knockOf(request, room));
        if ((typeof granted === "object" ? granted.role : granted) !== "reader") return (other) => other === room;
        throw new InktapeError("denied", `Whoever only reads in the room "${room}" cannot add anything to it.`);
      }
      throw new InktapeError(
        "denied",
        "This server does not let you change rooms over HTTP: its operator says who may by tokens, or by `administer`.",
      );
    },
    async operator() {
      if (authorize) {
        throw new InktapeError("denied", "Metrics are on a port of their own here: see the option metricsPort.");
      }
    },
  };
}

/** Somebody who brings something into a room over HTTP, as one who wants to come in as a writer. */
function knockOf(request: Request, room: RoomId): Knock {
  const { pathname, search } = new URL(request.url);
  const token = bearerIn(request.headers.get("Authorization") ?? undefined);
  return {
    join: {
      room,
      client: "" as ClientId,
      user: { id: "", name: "", color: "" },
      role: "writer",
      isRecord: false,
      after: null,
      ...(token !== undefined && { token }),
    },
    headers: Object.fromEntries(request.headers),
    path: `${pathname}${search}`,
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
    async permit(deed, request) {
      const claims = await verify(bearerOf(request.headers.get("Authorization") ?? undefined));
      if (deed === "read" && !claims.replay) {
        throw new InktapeError("denied", "This token does not let its bearer read recordings.");
      }
      if (deed === "administer" && claims.role !== "admin") {
        throw new InktapeError("denied", "Only the token of an admin lets its bearer change rooms.");
      }
      if (deed === "write" && claims.role === "reader") {
        throw new InktapeError("denied", "The token of a reader does not let its bearer add anything.");
      }
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
  return bearerIn(authorization) ?? missing();
}

function bearerIn(authorization: string | undefined): string | undefined {
  return /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
}

function missing(): never {
  throw new InktapeError("denied", "This server asks for a token: get one from the app that you came from.");
}
