import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";

/** Paths at which the site shows itself; it reads the address and shows the page that belongs there. */
const PAGES = ["/", "/room/*", "/replay/*"];

/** Nothing that comes from elsewhere is run, shown or asked: whatever gets into a page stays harmless. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  // Components bring their rules as style elements, and say where things stand as style attributes.
  "style-src 'self' 'unsafe-inline'",
  // Pictures of the room and drawings of pages, which are made in the page itself.
  "img-src 'self' data: blob:",
  // A page that is saved as SVG or PNG carries its letters with it.
  "font-src 'self' data:",
  // The room's socket is of the same origin. A picture may be dropped on a board as an address of the second kind.
  "connect-src 'self' data:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join("; ");

/** Serves a built site from a folder: its files as they are, and its one page at every address it knows. */
export function site(folder: string): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    // The bundler puts a digest of the content into these names.
    const isNamedByContent = context.req.path.startsWith("/assets/") && context.res.ok;
    context.header("Cache-Control", isNamedByContent ? "public, max-age=31536000, immutable" : "no-cache");
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Content-Security-Policy", POLICY);
    context.header("Referrer-Policy", "same-origin");
  });
  for (const page of PAGES) app.get(page, serveStatic({ root: folder, path: "index.html" }));
  app.get("*", serveStatic({ root: folder }));
  return app;
}
