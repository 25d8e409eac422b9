import { Hono } from "hono";
import type { Access } from "./access.js";
import type { Metrics } from "./watch/metrics.js";

/** Serves metrics at `/metrics`, to those who may know. Errors are left to the app it is put into. */
export function metricsDoor(metrics: Metrics, mayRead: Access["operator"]): Hono {
  const app = new Hono();
  app.get("/metrics", async (context) => {
    await mayRead(context.req.header("Authorization"));
    const headers = { "Content-Type": metrics.contentType, "Cache-Control": "no-store" };
    return context.body(await metrics.text(), 200, headers);
  });
  return app;
}
