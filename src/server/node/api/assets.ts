import { createHash } from "node:crypto";
import type { Context } from "hono";
import { z } from "zod";
import { DEFAULT_ASSET_LIMITS } from "../../../room/asset-limits.js";
import { InktapeError } from "../../../signal/errors.js";
import { mediaTypeOf } from "../../../signal/media-type.js";
import { bytes, DENIED, findRoom, forEver, HARMLESS, json, NO_ROOM, PROBLEMS, WRONG } from "./answers.js";
import type { ApiOptions } from "./options.js";
import { route, type Route } from "./route.js";
import { problemAnswer, roomSchema } from "./schemas.js";

const group = "Pictures";
const params = {
  room: roomSchema,
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "give 64 hexadecimal digits, small letters")
    .meta({ description: "The SHA-256 of its bytes, 64 hexadecimal digits" }),
};
const listSchema = z.object({
  assets: z.array(z.object({ hash: params.sha256, mediaType: z.string(), bytes: z.number().int() })),
});
const PATH = "/rooms/:room/assets/:sha256";

/** Routes to the pictures of rooms, which go by the hash of their bytes. */
export function assetRoutes({ host, access, assets = DEFAULT_ASSET_LIMITS }: ApiOptions): readonly Route[] {
  return [
    route({
      method: "put",
      path: PATH,
      does: "Puts a picture into a room: PNG, JPEG, GIF, WebP, AVIF or SVG, whatever the header says.",
      group,
      needs: "write",
      params,
      bytes: `The picture, at most ${assets.asset} bytes.`,
      answers: {
        204: { says: "It is there." },
        400: WRONG,
        403: DENIED,
        404: NO_ROOM,
        413: { says: "It is too large, or the room has no place for it.", schema: problemAnswer },
      },
      async handle({ context, params: { room, sha256: hash }, isPermitted }) {
        const { isClosed } = await findRoom(host, room, isPermitted);
        if (isClosed) throw new InktapeError("denied", `The room "${room}" is closed: nothing can be added to it.`);
        const content = await readPicture(context, assets.asset);
        const mediaType = mediaTypeOf(content);
        if (mediaType === null) {
          throw new InktapeError(
            "bad-bytes",
            "This is no PNG, JPEG, GIF, WebP, AVIF or SVG, and nothing else is taken.",
          );
        }
        const actual = createHash("sha256").update(content).digest("hex");
        if (actual !== hash) {
          throw new InktapeError("bad-bytes", `The SHA-256 of what came is ${actual}: name it by that.`);
        }
        await host.assets(room).put({ hash, mediaType, bytes: content.length, content }, assets.room);
        return context.body(null, 204);
      },
    }),
    route({
      method: "get",
      path: "/rooms/:room/assets",
      does: "What pictures a room has.",
      group,
      needs: "visit",
      params: { room: roomSchema },
      answers: { 200: { says: "All of them, in the order of their hashes.", schema: listSchema }, ...PROBLEMS },
      async handle({ context, params: { room }, isPermitted }) {
        await findRoom(host, room, isPermitted);
        return json(context, { assets: await host.assets(room).list() });
      },
    }),
    route({
      method: "get",
      path: PATH,
      does: "A picture of a room.",
      group,
      needs: "visit",
      params,
      answers: { 200: { says: "The picture.", type: "image/*" }, ...PROBLEMS },
      async handle({ context, params: { room, sha256: hash }, isPermitted }) {
        await findRoom(host, room, isPermitted);
        const asset = await host.assets(room).get(hash);
        if (!asset) throw new InktapeError("not-found", `The room "${room}" has no picture ${hash}.`);
        return bytes(context, asset.content, {
          "Content-Type": asset.mediaType,
          "Cache-Control": forEver(access.isGuarded),
          ETag: `"${hash}"`,
          ...HARMLESS,
        });
      },
    }),
  ];
}

/** Reads what comes, up to the limit: what says itself that it is larger is not even begun with. */
async function readPicture({ req }: Context, limit: number): Promise<Uint8Array> {
  if (Number(req.header("Content-Length") ?? 0) > limit) throw tooLarge(limit);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = req.raw.body?.getReader();
  for (;;) {
    const step = await reader?.read();
    if (!step || step.done) return Buffer.concat(chunks, size);
    size += step.value.length;
    if (size > limit) {
      await reader?.cancel();
      throw tooLarge(limit);
    }
    chunks.push(step.value);
  }
}

function tooLarge(limit: number): InktapeError {
  return new InktapeError("too-large", `A picture has ${limit} bytes at most. Make it smaller.`);
}
