import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { cors } from "hono/cors";
import { etag } from "hono/etag";
import { InktapeError } from "../../../signal/errors.js";
import type { RoomId } from "../../../signal/ids.js";
import { isAllowedOrigin } from "../origin.js";
import { assetRoutes } from "./assets.js";
import { description } from "./description.js";
import { downloadRoutes } from "./download.js";
import { forkRoutes } from "./fork.js";
import { healthRoutes } from "./health.js";
import type { ApiOptions } from "./options.js";
import { pageRoutes } from "./pages.js";
import { rewritingRoutes } from "./rewriting.js";
import { roomRoutes } from "./rooms.js";
import { readBody, readShape, type Route } from "./route.js";
import { tapeRoutes } from "./tapes.js";

const SAFE = ["GET", "HEAD"];
/** The most JSON that a request may bring. */
const MOST_JSON = 64 << 10;
const CHANGING = ["PUT", "POST", "DELETE"];

/** All that can be asked of the API. */
export function routesOf(options: ApiOptions): readonly Route[] {
  return [
    roomRoutes,
    tapeRoutes,
    downloadRoutes,
    rewritingRoutes,
    forkRoutes,
    pageRoutes,
    assetRoutes,
    healthRoutes,
  ].flatMap((routes) => routes(options));
}

/** The HTTP side of rooms at `/api`, and its description. Errors are left to the app it is put into. */
export function api(options: ApiOptions): Hono {
  const routes = routesOf(options);
  const app = new Hono();
  app.route("/", description(routes));
  app.route("/api", served(routes, options));
  return app;
}

function served(routes: readonly Route[], options: ApiOptions): Hono {
  const { origins = [] } = options;
  const app = new Hono();
  const isTrusted = (context: Context) =>
    isAllowedOrigin(context.req.header("Origin"), context.req.header("Host"), origins);
  // Who may read follows from what a request brings, never from cookies, so pages of all servers may try. Changes are
  // for pages that are known: on a server without tokens the address is all that it takes.
  app.use(
    cors({
      origin: "*",
      allowMethods: (_, context) => (isTrusted(context) ? [...SAFE, ...CHANGING] : SAFE),
      allowHeaders: ["Authorization", "Content-Type", "If-None-Match"],
      exposeHeaders: ["ETag", "Inktape-Edition"],
    }),
  );
  app.use(async (context, next) => {
    if (!SAFE.includes(context.req.method) && !isTrusted(context)) throw strangeOrigin(context);
    await next();
  });
  app.use(compress());
  const withTag = etag();
  app.use((context, next) => (context.req.path.endsWith(".inktape") ? next() : withTag(context, next)));

  for (const route of routes) serve(app, route, options);
  app.all("*", (context) => {
    throw new InktapeError("not-found", `There is nothing at ${context.req.path}. What there is, /api says.`);
  });
  return app;
}

function serve(app: Hono, route: Route, { access }: ApiOptions): void {
  if (route.body) app.on(route.method.toUpperCase(), route.path, bodyLimit({ maxSize: MOST_JSON, onError: tooLarge }));
  app.on(route.method.toUpperCase(), route.path, async (context) => {
    const named = context.req.param("room") as RoomId | undefined;
    const isPermitted = route.needs ? await access.permit(route.needs, context.req.raw, named) : () => true;
    return route.handle({
      context,
      params: readShape(route.params, context.req.param(), "the address"),
      query: readShape(route.query, context.req.query(), "what is asked for"),
      body: route.body ? await readBody(route.body, context) : undefined,
      isPermitted,
    });
  });
}

function tooLarge(): never {
  throw new InktapeError("too-large", `What comes with a request has ${MOST_JSON} bytes at most.`);
}

function strangeOrigin(context: Context): InktapeError {
  return new InktapeError(
    "denied",
    `Pages of ${context.req.header("Origin")} may not change anything here: the server's operator can allow them by the option "origins".`,
  );
}
