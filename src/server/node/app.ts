import { Hono, type MiddlewareHandler } from "hono";
import { pageSvg } from "../../picture/page-svg.js";
import type { RoomHost } from "../../room/host.js";
import { InktapeError } from "../../signal/errors.js";
import type { Access } from "./access.js";
import { api } from "./api/api.js";
import type { AssetLimits } from "../../room/asset-limits.js";
import { answerWhileStopping } from "./stopping.js";
import { metricsDoor } from "./metrics-door.js";
import { isMeantForHere, notMeantForHere } from "./origin.js";
import { answerError } from "./problems.js";
import { site as siteFrom } from "./site.js";
import type { Watch } from "./watch/watch.js";

/** What requests are answered with. */
export interface Answering {
  readonly host: RoomHost;
  readonly access: Access;
  /** Origins of pages that may change things, besides the server's own and those on this machine. */
  readonly origins: readonly string[];
  readonly assets: AssetLimits;
  readonly watch: Watch;
  /** A folder with a built site. */
  readonly site: string | undefined;
  /** True when nobody is asked who they are, so that only this machine may ask. */
  readonly isOpen: boolean;
  readonly isStopping: () => boolean;
}

/** All that a server answers over HTTP: metrics, the API, the site. */
export function serverApp({ host, access, origins, assets, watch, site, isOpen, isStopping }: Answering): Hono {
  const app = new Hono();
  app.use(answerWhileStopping(isStopping));
  if (isOpen) app.use(ownName(origins));
  app.route("/", metricsDoor(watch.metrics, access.operator));
  app.route("/", api({ host, access, origins, assets, picture: pageSvg, unready: () => watch.unready }));
  if (site !== undefined) app.route("/", siteFrom(site));
  return answeringErrors(app, watch);
}

function ownName(origins: readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header("Host");
    if (!isMeantForHere(host, origins)) throw notMeantForHere(host);
    await next();
  };
}

/** For this machine alone: the metrics, and whether the server runs and takes work. */
export function localApp(app: Hono, watch: Watch): Hono {
  const local = new Hono();
  local.route(
    "/",
    metricsDoor(watch.metrics, async () => undefined),
  );
  for (const path of ["/api/health", "/api/ready"]) local.get(path, (context) => app.fetch(context.req.raw));
  return answeringErrors(local, watch);
}

function answeringErrors(app: Hono, watch: Watch): Hono {
  app.notFound((context) => answerError(context, nothingAt(context.req.path)));
  app.onError((error, context) => {
    watch.requestFailed(error, context.req.path);
    return answerError(context, error);
  });
  return app;
}

function nothingAt(path: string): InktapeError {
  return new InktapeError("not-found", `There is nothing at ${path}.`);
}
