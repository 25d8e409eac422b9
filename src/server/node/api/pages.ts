import { z } from "zod";
import { noSuchRoom } from "../../../room/host.js";
import { InktapeError } from "../../../signal/errors.js";
import type { Millis, PageId } from "../../../signal/ids.js";
import { assetsOn } from "../../../board/assets.js";
import { dataAddress } from "../../../picture/svg/data-address.js";
import type { AssetShelf } from "../../../room/room-log.js";
import { boardAt } from "../../../tape/board-at.js";
import { findRoom, HARMLESS, NEVER_KEPT, PROBLEMS } from "./answers.js";
import type { ApiOptions } from "./options.js";
import { route, type Route } from "./route.js";
import { millisText, roomSchema } from "./schemas.js";

const ENDING = ".svg";
/** Pictures go into a page's picture up to so many bytes in all: a page can name more than a server has memory for. */
const MOST_BYTES = 32 << 20;
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
      does: "A page of a recorded room as a picture, as it was at a time, with its pictures in it.",
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
        const hrefs = await addressesOf(assetsOn(board, id), host.assets(room));
        return context.body(picture(board, id, { theme, hrefOf: (asset) => hrefs.get(asset) ?? null }), 200, {
          "Content-Type": "image/svg+xml; charset=utf-8",
          ...HARMLESS,
          "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
          ...NEVER_KEPT,
        });
      },
    }),
  ];
}

/** Pictures as `data:` addresses, for an SVG that is shown as a picture fetches nothing. */
async function addressesOf(names: ReadonlySet<string>, shelf: AssetShelf): Promise<ReadonlyMap<string, string>> {
  const addresses = new Map<string, string>();
  let left = MOST_BYTES;
  for (const name of names) {
    const asset = await shelf.get(name);
    if (!asset || asset.bytes > left) continue;
    left -= asset.bytes;
    addresses.set(name, dataAddress(asset.mediaType, asset.content));
  }
  return addresses;
}
