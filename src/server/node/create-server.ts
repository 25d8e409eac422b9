import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Clock } from "../../clock/clock.js";
import { systemClock } from "../../clock/system.js";
import { RoomHost } from "../../room/host.js";
import { InktapeError } from "../../signal/errors.js";
import { tokenVerifier } from "../tokens/token-verifier.js";
import { openAccess, tokenAccess, type Access } from "./access.js";
import { DEFAULT_ASSET_LIMITS } from "../../room/asset-limits.js";
import { localApp, serverApp } from "./app.js";
import { checkOptions } from "./check-options.js";
import { httpServer, listen, renewCertificate, stopListening, urlOf, type Tls } from "./http-server.js";
import { DEFAULT_LIMITS } from "./limits.js";
import { answerMalformed, malformedRequest } from "./malformed.js";
import { isLoopback } from "./origin.js";
import { Requests } from "./requests.js";
import { keepRetention } from "./retention.js";
import type { ServerOptions } from "./server-options.js";
import { takeSockets } from "./sockets.js";
import { openStorage, type Storage } from "./storage.js";
import { loggerOf } from "./watch/log.js";
import { Watch } from "./watch/watch.js";

/** A server that runs. */
export interface InktapeServer {
  readonly port: number;
  /** That for metrics; null when there is none. */
  readonly metricsPort: number | null;
  /** Where it is reached, with a slash at its end. */
  readonly url: string;
  /** Takes another certificate for the connections to come. Throws `bad-argument` for a wrong one, and keeps the last. */
  renewCertificate(tls: Tls): void;
  /**
   * Takes nothing new, acknowledges what it has taken, says goodbye to everyone, closes the store and gives the port back.
   * What is not done after `drainMs` is cut.
   */
  close(): Promise<void>;
}

/**
 * Starts a server for rooms. Rejects with `port-taken` when something else listens on the port, with `log-failed` when
 * the store cannot be opened, with `denied` when others could reach it and nobody would be asked who they are, and with
 * `bad-argument` for an option that cannot be.
 */
export async function createServer(options: ServerOptions = {}): Promise<InktapeServer> {
  checkOptions(options);
  const { port = 4280, host: address = "127.0.0.1", origins = [], metricsPort, drainMs = 10_000 } = options;
  const clock = options.clock ?? systemClock();
  const log = loggerOf(options.log);

  checkReach(address, options);
  const access = accessOf(options, clock);
  const http = httpServer(options.tls);
  const local = metricsPort === undefined ? null : httpServer();
  const folder = options.store ? null : (options.data ?? "./data");
  const watch = new Watch({ clock, log, folder, roomClass: options.roomClass });
  let storage: Storage;
  try {
    // The port comes first: a second server is told that the first one runs, not that its store is in use.
    await listen(http, port, address, "--port");
    if (local) await listen(local, metricsPort ?? 0, "127.0.0.1", "--metrics-port");
    storage = await openStorage(options, clock, watch);
  } catch (error) {
    await Promise.all([stopListening(http), local && stopListening(local)]);
    throw error;
  }
  for (const server of local ? [http, local] : [http]) {
    server.on("error", (err) => log.error({ err }, "the server's port failed"));
  }
  const { store, sealer, webhooks } = storage;
  const { quietMs, graceMs, retention } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const host = new RoomHost({
    store,
    clock,
    quietMs,
    graceMs,
    limits: limits.room,
    sealer: sealer ?? undefined,
    observer: watch.rooms,
    happened: (happening) => webhooks.tell(happening),
  });

  let isStopping = false;
  const assets = { ...DEFAULT_ASSET_LIMITS, ...options.assets };
  const isOpen = !options.tokens && !options.authorize;
  const stopping = () => isStopping;
  const app = serverApp({ host, access, origins, assets, watch, site: options.site, isOpen, isStopping: stopping });
  const requests = new Requests(http);
  http.on("request", getRequestListener(app.fetch, { errorHandler: malformedRequest }));
  http.on("clientError", answerMalformed);
  local?.on("request", getRequestListener(localApp(app, watch).fetch));

  const sockets = takeSockets(http, {
    host,
    clock,
    authorize: access.joiner,
    origins,
    isOpen,
    limits,
    isProxied: options.isProxied ?? false,
    observer: watch.sockets,
  });

  webhooks.start();
  const warn = (sentence: string) => log.warn({}, sentence);
  const endRetention = retention ? keepRetention({ host, clock, retention, log: warn }) : () => undefined;

  const bound = http.address() as AddressInfo;
  log.info({ address: bound.address, port: bound.port, tls: options.tls !== undefined }, "server started");

  const drain = async () => {
    await host.close();
    await Promise.all([sockets.close(), requests.none()]);
  };
  const close = async () => {
    isStopping = true;
    sockets.shut();
    log.info({}, "server is stopping");
    endRetention();
    webhooks.close();
    try {
      const isDrained = await within(drainMs, clock, drain());
      if (!isDrained) log.warn({ drainMs }, "not everything was done in time, and the rest is cut");
    } finally {
      sockets.cut();
      await sealer?.close();
      await Promise.all([http, local].map((server) => server && stopListening(server)));
      log.info({}, "server stopped");
    }
  };
  let closing: Promise<void> | null = null;
  return {
    port: bound.port,
    metricsPort: local && (local.address() as AddressInfo).port,
    url: urlOf(http),
    renewCertificate(tls) {
      renewCertificate(http, tls);
      log.info({}, "certificate renewed");
    },
    close: () => (closing ??= close()),
  };
}

/** Whether the work was done within the time. */
async function within(ms: number, clock: Clock, work: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => resolve(false));
    work.then(() => resolve(true), reject).finally(cancel);
  });
}

function accessOf({ tokens, authorize, administer }: ServerOptions, clock: Clock): Access {
  if (!tokens) return openAccess({ authorize, administer });
  if (!authorize && !administer) return tokenAccess(tokenVerifier(tokens, () => clock.now()));
  throw new InktapeError("bad-argument", "Give the server tokens to go by or functions of your own, not both.");
}

/** A server that lets everybody in is for one machine alone. */
function checkReach(address: string, { tokens, authorize }: ServerOptions): void {
  if (tokens || authorize || isLoopback(address)) return;
  throw new InktapeError(
    "denied",
    `Others could reach ${address}, and nobody is asked who they are: start the server with a secret, or on 127.0.0.1.`,
  );
}
