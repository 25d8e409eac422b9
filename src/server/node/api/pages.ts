import { z } from "zod";
import { noSuchRoom } from "../../../room/host.js";
import { InktapeError } from "../../../signal/errors.js";
import type { Millis, PageId } from "../../../signal/ids.js";
import { boardAt } from "../../../tape/board-at.js";
import { findRoom, HARMLESS, NEVER_KEPT, PROBLEMS } from "./answers.js";
import type { ApiOptions } from "./options.js";
import { route, type Route } from "./route.js";
import { millisText, roomSchema } from "./schemas.js";

const ENDING = ".svg";
const page = z
  .string()
  .max(512 + ENDING.length)
  .transform((name) => name.slice(0, -ENDING.length) as PageId)
  .meta({ description: 'The page\'s id; the first one of a room is "page"' });

/** The route to pictures of pages, where there is something to make them. */
export function pageRoutes({ host, picture }: ApiOptions): readonly Route[] {
  if (!picture) return [];
  return [
    route({
      method: "get",
      path: "/rooms/:room/pages/:page{[^/]+[.]svg}",
      does: "A page of a recorded room as a picture, as it was at a time.",
      group: "Recordings",
      needs: "read",
      params: { room: roomSchema, page },
      query: {
        at: millisText.optional().meta({ description: "Milliseconds since 1970; the end when it is left out" }),
        theme: z.enum(["light", "dark"]).default("light"),
      },
      answers: { 200: { says: "The picture.", type: "image/svg+xml" }, ...PROBLEMS },
      async handle({ context, params: { room, page: id }, query: { at, theme }, isPermitted }) {
        await findRoom(host, room, isPermitted);
        const tape = await host.tape(room);
        if (!tape) throw noSuchRoom(room);
        const board = await boardAt(tape, at ?? (Number.MAX_SAFE_INTEGER as Millis));
        if (!Object.hasOwn(board.pages, id)) {
          throw new InktapeError("not-found", `The room "${room}" had no page "${id}" then.`);
        }
        return context.body(picture(board, id, { theme }), 200, {
          "Content-Type": "image/svg+xml; charset=utf-8",
          ...HARMLESS,
          ...NEVER_KEPT,
        });
      },
    }),
  ];
}
