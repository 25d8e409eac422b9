import { randomUUID } from "node:crypto";
import { createServer as createHttpServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import type { Clock } from "../../clock/clock.js";
import { systemClock } from "../../clock/system.js";
import { RoomHost } from "../../room/host.js";
import type { RoomStore } from "../../room/room-log.js";
import { InktapeError } from "../../signal/errors.js";
import { tokenVerifier, type TokenTrust } from "../tokens/token-verifier.js";
import { openAccess, tokenAccess, type Access, type AnswerKnock, type MayAdminister } from "./access.js";
import { api } from "./api/api.js";
import { DEFAULT_ASSET_LIMITS, type AssetLimits } from "./api/options.js";
import { DEFAULT_LIMITS, type ServerLimits } from "./limits.js";
import { isLoopback } from "./origin.js";
import { answerError, stackOf } from "./problems.js";
import { site as siteFrom } from "./site.js";
import { takeSockets } from "./sockets.js";
import { keepRetention, type Retention } from "./retention.js";
import { sqliteStore } from "./sqlite/store.js";
import { memoryDeliveries, type Deliveries } from "./webhooks/deliveries.js";
import { Webhooks, type Webhook } from "./webhooks/webhooks.js";

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
   * sockets only: lists and tapes are open to everyone who reaches the server, and changes over HTTP need `administer`.
   */
  readonly authorize?: AnswerKnock | undefined;
  /**
   * Instead of tokens: whether a request over HTTP may change rooms and put pictures into them. Default on a server that
   * serves this machine alone every request, with `authorize` none.
   */
  readonly administer?: MayAdminister | undefined;
  /** Origins of pages that may open sockets and change rooms, besides the server's own and those on this machine. */
  readonly origins?: readonly string[] | undefined;
  /** What is taken from those who connect; what is not named is as DEFAULT_LIMITS of limits.ts says. */
  readonly limits?: Partial<ServerLimits> | undefined;
  /** What is taken of pictures; what is not named is as DEFAULT_ASSET_LIMITS of api/options.ts says. */
  readonly assets?: Partial<AssetLimits> | undefined;
  /** True when a proxy stands in front: where requests come from is then what its X-Forwarded-For says. Default false. */
  readonly isProxied?: boolean | undefined;
  /** Addresses that are told what happens to rooms, in the way of https://www.standardwebhooks.com. */
  readonly webhooks?: readonly Webhook[] | undefined;
  /** How much of recordings is kept. Default all. */
  readonly retention?: Retention | undefined;
  /** A quiet time longer than this closes a room's activity span. Default 30 s. */
  readonly quietMs?: number | undefined;
  /** How long a member whose connection is lost may stay away. Default 10 s. */
  readonly graceMs?: number | undefined;
  /** Default the machine's time. */
  readonly clock?: Clock | undefined;
  /** Is told what an operator should know. Default standard error. */
  readonly log?: ((message: string) => void) | undefined;
}

/** A server that runs. */
export interface InktapeServer {
  readonly port: number;
  /** Where it is reached, with a slash at its end. */
  readonly url: string;
  /** Says goodbye to everyone, closes the store and gives the port back. */
  close(): Promise<void>;
}

/**
 * Starts a server for rooms. Rejects with `port-taken` when something else listens on the port, with `log-failed` when
 * the store cannot be opened, with `denied` when others could reach it and nobody would be asked who they are, and with
 * `bad-argument` for a secret that is too short, or a webhook that cannot be.
 */
export async function createServer(options: ServerOptions = {}): Promise<InktapeServer> {
  const { port = 4280, host: address = "127.0.0.1", site, origins = [], quietMs, graceMs } = options;
  const clock = options.clock ?? systemClock();
  const log = options.log ?? ((message) => console.error(message));

  checkReach(address, options);
  const access = accessOf(options, clock);
  const http = createHttpServer();
  let unready: string | null = "The server is starting.";
  let serve: (request: Request) => Response | Promise<Response> = () => answerUnready(unready);
  http.on(
    "request",
    getRequestListener((request) => serve(request)),
  );
  await listen(http, port, address);
  // The port comes first: a second server is told that the first one runs, not that its store is in use.
  const { store, webhooks } = await openStore(options, clock, log).catch(async (error: unknown) => {
    http.closeAllConnections();
    await stopListening(http);
    throw error;
  });
  http.on("error", (error) => log(`The server's port failed: ${error.message}`));
  const report = (error: unknown) => log(`A connection failed: ${stackOf(error)}`);
  const failed = (room: string, error: unknown) =>
    log(`The room "${room}" failed and is opened anew: ${stackOf(error)}`);
  const host = new RoomHost({
    store,
    clock,
    quietMs,
    graceMs,
    failed,
    happened: (happening) => webhooks.tell(happening),
  });

  const app = new Hono();
  const assets = { ...DEFAULT_ASSET_LIMITS, ...options.assets };
  app.route("/", api({ host, access, origins, assets, unready: () => unready }));
  if (site !== undefined) app.route("/", siteFrom(site));
  app.notFound((context) => answerError(context, nothingAt(context.req.path), log));
  app.onError((error, context) => answerError(context, error, log));

  const sockets = takeSockets(http, {
    host,
    clock,
    authorize: access.joiner,
    origins,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    isProxied: options.isProxied ?? false,
    report,
  });

  webhooks.start();
  const { retention } = options;
  const endRetention = retention ? keepRetention({ host, clock, retention, log }) : () => undefined;
  unready = null;
  serve = (request) => app.fetch(request);

  const bound = http.address() as AddressInfo;
  let closing: Promise<void> | null = null;
  const close = async () => {
    unready = "The server is stopping.";
    const stopped = stopListening(http);
    endRetention();
    webhooks.close();
    await host.close();
    await sockets.close();
    http.closeAllConnections();
    await stopped;
  };
  return {
    port: bound.port,
    url: `http://${bound.family === "IPv6" ? `[${bound.address}]` : bound.address}:${bound.port}/`,
    close: () => (closing ??= close()),
  };
}

interface Storage {
  readonly store: RoomStore;
  readonly webhooks: Webhooks;
}

async function openStore(options: ServerOptions, clock: Clock, log: (message: string) => void): Promise<Storage> {
  const withDeliveries = (deliveries: Deliveries) =>
    new Webhooks({
      webhooks: options.webhooks ?? [],
      deliveries,
      clock,
      fetch: globalThis.fetch,
      newId: randomUUID,
      log,
    });
  if (options.store) return { store: options.store, webhooks: withDeliveries(memoryDeliveries()) };
  const store = sqliteStore({ folder: options.data ?? "./data", clock, note: log });
  try {
    return { store, webhooks: withDeliveries(store.deliveries) };
  } catch (error) {
    await store.close();
    throw error;
  }
}

function answerUnready(message: string | null): Response {
  return Response.json({ code: "offline", message: message ?? "Try again." }, { status: 503 });
}

function accessOf({ tokens, authorize, administer }: ServerOptions, clock: Clock): Access {
  if (!tokens) return openAccess({ authorize, administer });
  if (!authorize && !administer) return tokenAccess(tokenVerifier(tokens, () => clock.now()));
  throw new InktapeError("bad-argument", "Give the server tokens to go by or a function of your own, not both.");
}

/** A server that lets everybody in is for one machine alone. */
function checkReach(address: string, { tokens, authorize }: ServerOptions): void {
  if (tokens || authorize || isLoopback(address)) return;
  throw new InktapeError(
    "denied",
    `Others could reach ${address}, and nobody is asked who they are: start the server with a secret, or on 127.0.0.1.`,
  );
}

function listen(http: Server, port: number, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once("error", (cause: NodeJS.ErrnoException) => {
      if (cause.code !== "EADDRINUSE") return reject(cause);
      const message = `Port ${port} of ${address} is taken. Stop what listens there, or choose another with --port.`;
      reject(new InktapeError("port-taken", message, { cause }));
    });
    http.listen(port, address, () => {
      http.removeAllListeners("error");
      resolve();
    });
  });
}

function stopListening(http: Server): Promise<void> {
  return new Promise((resolve) => http.close(() => resolve()));
}

function nothingAt(path: string): InktapeError {
  return new InktapeError("not-found", `There is nothing at ${path}.`);
}
