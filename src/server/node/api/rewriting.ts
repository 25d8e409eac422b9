import { z } from "zod";
import { InktapeError } from "../../../signal/errors.js";
import { noSuchRoom, type RoomHost } from "../../../room/host.js";
import type { RoomId } from "../../../signal/ids.js";
import type { TimeRange } from "../../../tape/timeline.js";
import { findRoom, json, PROBLEMS } from "./answers.js";
import type { ApiOptions } from "./options.js";
import { recordingsOf } from "./recordings-of.js";
import { route, type Route } from "./route.js";
import { member, millis, recordingsAnswer, roomSchema } from "./schemas.js";

const group = "Recordings";
const params = { room: roomSchema };
const stretch = z
  .strictObject({ from: millis, to: millis })
  .meta({ description: "A stretch of time, both ends included" });
const ofMember = z.strictObject({ member }).meta({ description: "All that a member did, and who it is" });
const answers = { 200: { says: "What is recorded now.", schema: recordingsAnswer }, ...PROBLEMS };

/** Routes that write a recording anew. */
export function rewritingRoutes({ host }: ApiOptions): readonly Route[] {
  return [
    route({
      method: "post",
      path: "/rooms/:room/trim",
      does:
        "Keeps a stretch of a recording and deletes the rest, from the storage too. The board of the room stays. " +
        "Whoever is in comes back by itself.",
      group,
      needs: "administer",
      params,
      body: stretch,
      answers,
      async handle({ context, params: { room }, body: range, isPermitted }) {
        await findRoom(host, room, isPermitted);
        await checkRecorded(host, room, range);
        await host.rewrite(room, { type: "trim", range });
        return json(context, await recorded(host, room));
      },
    }),
    route({
      method: "post",
      path: "/rooms/:room/redact",
      does:
        "Takes what was done in a stretch of time, or by a member, out of a recording, from the board of the room, and " +
        "from the storage, as if it had never been. Whoever is in comes back by itself.",
      group,
      needs: "administer",
      params,
      body: z.union([stretch, ofMember]),
      answers,
      async handle({ context, params: { room }, body: redaction, isPermitted }) {
        await findRoom(host, room, isPermitted);
        if ("from" in redaction) await checkRecorded(host, room, redaction);
        await host.rewrite(room, { type: "redact", redaction });
        return json(context, await recorded(host, room));
      },
    }),
  ];
}

async function recorded(host: RoomHost, room: RoomId) {
  const tape = await host.tape(room);
  if (!tape) throw noSuchRoom(room);
  return recordingsOf(await tape.timeline());
}

/** Whoever asks for what is not there means something else. */
async function checkRecorded(host: RoomHost, room: RoomId, { from, to }: TimeRange): Promise<void> {
  const timeline = await (await host.tape(room))?.timeline();
  if (timeline?.blocks.some((block) => block.to >= from && block.from <= to)) return;
  throw new InktapeError(
    "bad-argument",
    `Nothing of the room "${room}" was recorded from ${from} to ${to}. /api/rooms/${room}/recordings says when.`,
  );
}
