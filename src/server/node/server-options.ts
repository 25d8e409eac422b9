import type { Clock } from "../../clock/clock.js";
import type { RoomStore } from "../../room/room-log.js";
import type { RoomId } from "../../signal/ids.js";
import type { TokenTrust } from "../tokens/token-verifier.js";
import type { AnswerKnock, MayAdminister } from "./access.js";
import type { AssetLimits } from "../../room/asset-limits.js";
import type { Tls } from "./http-server.js";
import type { ServerLimits } from "./limits.js";
import type { Retention } from "./retention.js";
import type { SyncPolicy } from "./sqlite/database.js";
import type { ServerLog } from "./watch/log.js";
import type { Webhook } from "./webhooks/webhooks.js";

/** What a server is made of; times in milliseconds. */
export interface ServerOptions {
  /** 0 takes any free port. Default 4280. */
  readonly port?: number | undefined;
  /** The address to listen on. Default 127.0.0.1, which only this machine reaches. */
  readonly host?: string | undefined;
  /** The folder of the store. Default `./data`. */
  readonly data?: string | undefined;
  /** When what is stored has to be on stable storage. Default `full`: before anybody is told of it. */
  readonly sync?: SyncPolicy | undefined;
  /**
   * How long a commit to the store keeps from the one before, 0 for not at all: a busy server writes and flushes less, and
   * answers that much later at most. Default 5 ms.
   */
  readonly commitGapMs?: number | undefined;
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
   * sockets, and for pictures that are put over HTTP; lists, tapes and pictures are open to everyone who reaches the
   * server, and other changes over HTTP need `administer`.
   */
  readonly authorize?: AnswerKnock | undefined;
  /**
   * Instead of tokens: whether a request over HTTP may change rooms, and put pictures into them whatever `authorize` says. Default
   * on a server that serves this machine alone every request, with `authorize` none.
   */
  readonly administer?: MayAdminister | undefined;
  /** Origins of pages that may open sockets and change rooms, besides the server's own and those on this machine. */
  readonly origins?: readonly string[] | undefined;
  /** What is taken from those who connect; what is not named is as DEFAULT_LIMITS of limits.ts says. */
  readonly limits?: Partial<ServerLimits> | undefined;
  /** What is taken of pictures; what is not named is as DEFAULT_ASSET_LIMITS of room/asset-limits.ts says. */
  readonly assets?: Partial<AssetLimits> | undefined;
  /** Addresses that are told what happens to rooms, in the way of https://www.standardwebhooks.com. */
  readonly webhooks?: readonly Webhook[] | undefined;
  /** How much of recordings is kept. Default all. */
  readonly retention?: Retention | undefined;
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
