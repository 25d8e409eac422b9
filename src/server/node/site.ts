import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";

/** Paths at which the site shows itself; it reads the address and shows the page that belongs there. */
const PAGES = ["/", "/room/*", "/replay/*"];

/** Serves a built site from a folder: its files as they are, and its one page at every address it knows. */
export function site(folder: string): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    // The bundler puts a digest of the content into these names.
    const isNamedByContent = context.req.path.startsWith("/assets/") && context.res.ok;
    context.header("Cache-Control", isNamedByContent ? "public, max-age=31536000, immutable" : "no-cache");
    context.header("X-Content-Type-Options", "nosniff");
  });
  for (const page of PAGES) app.get(page, serveStatic({ root: folder, path: "index.html" }));
  app.get("*", serveStatic({ root: folder }));
  return app;
}
