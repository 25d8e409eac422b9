import {
  createServer as createHttpServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
} from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import type { Clock } from "../../clock/clock.js";
import { systemClock } from "../../clock/system.js";
import { RoomHost } from "../../room/host.js";
import type { RoomStore } from "../../room/room-log.js";
import { InktapeError } from "../../signal/errors.js";
import type { JoinRequest } from "../../signal/protocol.js";
import type { Role } from "../../signal/signal.js";
import { api } from "./api.js";
import { answerError, stackOf } from "./problems.js";
import { site as siteFrom } from "./site.js";
import { takeSockets } from "./sockets.js";
import { sqliteStore } from "./sqlite/store.js";

/** Somebody who wants into a room. */
export interface Knock {
  readonly join: JoinRequest;
  /** Of the request that opened the socket: tokens, cookies. */
  readonly headers: IncomingHttpHeaders;
  /** Path and query of that request. */
  readonly path: string;
}

/** Why somebody may not come in, in a sentence for people. */
export interface Denial {
  readonly denied: string;
}

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
   * The most that somebody may do in a room, or why not even that. Default what is asked for. It is asked for sockets
   * only: lists and tapes are open to everyone who reaches the server.
   */
  readonly authorize?: ((knock: Knock) => Role | Denial | Promise<Role | Denial>) | undefined;
  /** Origins of pages that may open sockets, besides the server's own and those on this machine. */
  readonly origins?: readonly string[] | undefined;
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
 * Starts a server for rooms. Rejects with `port-taken` when something else listens on the port, and with `log-failed`
 * when the store cannot be opened.
 */
export async function createServer(options: ServerOptions = {}): Promise<InktapeServer> {
  const { port = 4280, host: address = "127.0.0.1", site, origins = [], quietMs, graceMs } = options;
  const clock = options.clock ?? systemClock();
  const log = options.log ?? ((message) => console.error(message));

  const http = createHttpServer();
  await listen(http, port, address);
  // The port comes first: a second server is told that the first one runs, not that its store is in use.
  const store = await openStore(options, clock, log).catch(async (error: unknown) => {
    await stopListening(http);
    throw error;
  });
  http.on("error", (error) => log(`The server's port failed: ${error.message}`));
  const report = (error: unknown) => log(`A connection failed: ${stackOf(error)}`);
  const failed = (room: string, error: unknown) =>
    log(`The room "${room}" failed and is opened anew: ${stackOf(error)}`);
  const host = new RoomHost({ store, clock, quietMs, graceMs, failed });

  const app = new Hono();
  app.route("/api", api(host));
  if (site !== undefined) app.route("/", siteFrom(site));
  app.notFound((context) => answerError(context, nothingAt(context.req.path), log));
  app.onError((error, context) => answerError(context, error, log));
  http.on("request", getRequestListener(app.fetch));

  const authorize = (request: IncomingMessage) => (join: JoinRequest) => roleOf(options.authorize, request, join);
  const sockets = takeSockets(http, { host, clock, authorize, origins, report });

  const bound = http.address() as AddressInfo;
  let closing: Promise<void> | null = null;
  const close = async () => {
    const stopped = stopListening(http);
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

async function openStore(options: ServerOptions, clock: Clock, log: (message: string) => void): Promise<RoomStore> {
  return options.store ?? sqliteStore({ folder: options.data ?? "./data", clock, note: log });
}

async function roleOf(
  authorize: ServerOptions["authorize"],
  request: IncomingMessage,
  join: JoinRequest,
): Promise<Role> {
  if (!authorize) return join.role;
  const answer = await authorize({ join, headers: request.headers, path: request.url ?? "/" });
  if (typeof answer === "string") return answer;
  throw new InktapeError("denied", answer.denied);
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
