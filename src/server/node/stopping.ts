import type { MiddlewareHandler } from "hono";
import { InktapeError } from "../../signal/errors.js";
import { answerError } from "./problems.js";

/** Answers every request while the server stops, in the place of what would: that one should try again, elsewhere or later. */
export function answerWhileStopping(isStopping: () => boolean): MiddlewareHandler {
  return async (context, next) => {
    if (!isStopping()) return next();
    context.header("Cache-Control", "no-store");
    context.header("Access-Control-Allow-Origin", "*");
    context.header("Retry-After", "1");
    context.header("Connection", "close");
    if (context.req.path === "/api/health") return context.json({ status: "stopping" }, 503);
    return answerError(context, new InktapeError("offline", "This server is stopping. Try again in a moment."));
  };
}
