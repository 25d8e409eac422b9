import { z } from "zod";
import { json, NEVER_KEPT } from "./answers.js";
import type { ApiOptions } from "./options.js";
import { route, type Route } from "./route.js";
import { problemAnswer } from "./schemas.js";

const group = "Server";

/** Routes for those who watch the server. */
export function healthRoutes({ unready = () => null }: ApiOptions): readonly Route[] {
  return [
    route({
      method: "get",
      path: "/health",
      does: "Says that the server runs.",
      group,
      needs: null,
      answers: { 200: { says: "It runs.", schema: z.object({ status: z.literal("ok") }) } },
      handle: ({ context }) => json(context, { status: "ok" }),
    }),
    route({
      method: "get",
      path: "/ready",
      does: "Says whether the server takes work: not while it starts or stops, or cannot write.",
      group,
      needs: null,
      answers: {
        200: { says: "It does.", schema: z.object({ status: z.literal("ready") }) },
        503: { says: "It does not, and why.", schema: problemAnswer },
      },
      handle({ context }) {
        const message = unready();
        if (message === null) return json(context, { status: "ready" });
        return context.json({ code: "offline", message }, 503, NEVER_KEPT);
      },
    }),
  ];
}
