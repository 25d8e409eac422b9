import type { Clock } from "../../clock/clock.js";
import type { RoomStore } from "../../room/room-log.js";
import type { RoomId } from "../../signal/ids.js";
import type { TokenTrust } from "../tokens/token-verifier.js";
import type { AnswerKnock } from "./access.js";
import type { Tls } from "./http-server.js";
import type { ServerLimits } from "./limits.js";
import type { ServerLog } from "./watch/log.js";

/** What a server is made of; times in milliseconds. */
export interface ServerOptions {
  /** 0 takes any free port. Default 4280. */
  readonly port?: number | undefined;
  /** The address to listen on. Default 127.0.0.1, which only this machine reaches. */
  readonly host?: string | undefined;
  /** The folder of the store. Default `./data`. */
  readonly data?: string | undefined;
  /** Another store instead of the one in `data`. It is closed with the server. */
  readonly store?: RoomStore | undefined;
  /** A folder with a built site to serve besides the API. */
  readonly site?: string | undefined;
  /**
   * Lets in bearers of tokens only, as `createToken` makes them, into rooms and to recordings. Without tokens and without
   * a function of your own the server listens on this machine alone.
   */
  readonly tokens?: TokenTrust | undefined;
  /**
   * Instead of tokens: what somebody may do in a room, or why not even come in. Default what is asked for. It is asked for
   * sockets only: lists and tapes are open to everyone who reaches the server.
   */
  readonly authorize?: AnswerKnock | undefined;
  /** Origins of pages that may open sockets, besides the server's own and those on this machine. */
  readonly origins?: readonly string[] | undefined;
  /** What is taken from those who connect; what is not named is as DEFAULT_LIMITS of limits.ts says. */
  readonly limits?: Partial<ServerLimits> | undefined;
  /** True when a proxy stands in front: where requests come from is then what its X-Forwarded-For says. Default false. */
  readonly isProxied?: boolean | undefined;
  /** A quiet time longer than this closes a room's activity span. Default 30 s. */
  readonly quietMs?: number | undefined;
  /** How long a member whose connection is lost may stay away. Default 10 s. */
  readonly graceMs?: number | undefined;
  /** How long those who are connected may take to get what is theirs when the server stops. Default 10 s. */
  readonly drainMs?: number | undefined;
  /** A certificate and its key: then the server speaks HTTPS and WSS. Default none. */
  readonly tls?: Tls | undefined;
  /**
   * A second port, of 127.0.0.1 alone and without TLS and tokens, for who gathers metrics on this machine; 0 takes any
   * free one. Default none.
   */
  readonly metricsPort?: number | undefined;
  /** A room's class, by which its active time is counted; a few in all. Default whether it is recorded. */
  readonly roomClass?: ((room: RoomId) => string) | undefined;
  /** Default the machine's time. */
  readonly clock?: Clock | undefined;
  /**
   * Is told what happens: a logger of pino everything, in fields; a function what an operator should know, in sentences.
   * Default standard error, in sentences.
   */
  readonly log?: ServerLog | undefined;
}
