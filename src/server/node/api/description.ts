import { createHash } from "node:crypto";
import { Hono } from "hono";
import { etag } from "hono/etag";
import { openApiOf } from "./openapi.js";
import { PAGE_STYLE } from "./page-style.js";
import { pageOf } from "./page.js";
import type { Route } from "./route.js";

/** Serves the description of the API: for programs at `/openapi.json`, for people at `/api`. */
export function description(routes: readonly Route[]): Hono {
  const app = new Hono();
  const document = openApiOf(routes);
  const page = pageOf(document);
  const style = createHash("sha256").update(PAGE_STYLE).digest("base64");
  app.use("/openapi.json", etag());
  app.get("/openapi.json", (context) =>
    context.json(document, 200, { "Access-Control-Allow-Origin": "*", "Cache-Control": "no-cache" }),
  );
  app.use("/api", etag());
  app.get("/api", (context) =>
    context.html(page, 200, {
      "Content-Security-Policy": `default-src 'none'; style-src 'sha256-${style}'; base-uri 'none'; frame-ancestors 'none'`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-cache",
    }),
  );
  return app;
}
