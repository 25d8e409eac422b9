import type { AssetShelf } from "../../../room/room-log.js";
import { InktapeError } from "../../../signal/errors.js";
import { sealedPieces } from "../../../tape/file/sealed-pieces.js";
import { trimmedPieces } from "../../../tape/file/trimmed-pieces.js";
import { writePieces, type Asset } from "../../../tape/file/write.js";
import { noSuchRoom } from "../../../room/host.js";
import { BYTES, findRoom, NEVER_KEPT, PROBLEMS } from "./answers.js";
import type { ApiOptions } from "./options.js";
import { route, type Route } from "./route.js";
import { millisText, roomSchema } from "./schemas.js";
import { rangeOf } from "./tapes.js";

/** The route to a recording as one file. */
export function downloadRoutes({ host }: ApiOptions): readonly Route[] {
  return [
    route({
      method: "get",
      path: "/rooms/:room/tape.inktape",
      does: "Downloads a recording, or a stretch of it, as one file with the room's pictures; while the room is live too.",
      group: "Recordings",
      needs: "read",
      params: { room: roomSchema },
      query: { from: millisText.optional(), to: millisText.optional() },
      answers: { 200: { says: "The file, as it is made.", type: BYTES }, ...PROBLEMS },
      async handle({ context, params: { room }, query: { from, to }, isPermitted }) {
        await findRoom(host, room, isPermitted);
        const tape = await host.tape(room);
        if (!tape) throw noSuchRoom(room);
        const headers = {
          "Content-Type": BYTES,
          "Content-Disposition": `attachment; filename="${room}.inktape"`,
          ...NEVER_KEPT,
        };
        if (context.req.method === "HEAD") return context.body(null, 200, headers);
        const range = rangeOf(from, to);
        const assets = await assetsOf(host.assets(room));
        const file = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
        const writer = file.writable.getWriter();
        const pieces = range ? trimmedPieces(tape, range) : sealedPieces(tape);
        // A failure, or a reader who goes, breaks the stream: so its reader knows that the file is not whole.
        writePieces(pieces, (bytes) => writer.write(bytes as Uint8Array<ArrayBuffer>), assets)
          .then(
            () => writer.close(),
            (error: unknown) => writer.abort(error),
          )
          .catch(() => undefined);
        return context.body(file.readable, 200, headers);
      },
    }),
  ];
}

/** The pictures of a room, each got when its turn comes to be written. */
async function assetsOf(shelf: AssetShelf): Promise<Asset[]> {
  return (await shelf.list()).map((ref) => ({
    ...ref,
    content: async () => (await shelf.get(ref.hash))?.content ?? gone(),
  }));
}

function gone(): never {
  throw new InktapeError("not-found", "A picture of the room is gone. Download it again.");
}
