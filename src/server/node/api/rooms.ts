import { z } from "zod";
import type { RoomPage, RoomRecord } from "../../../room/room-log.js";
import { InktapeError } from "../../../signal/errors.js";
import { roomId, type Millis, type RoomId } from "../../../signal/ids.js";
import { answerOf, checkPermitted, DENIED, findRoom, json, NO_ROOM, PROBLEMS, TAKEN, WRONG } from "./answers.js";
import type { ApiOptions } from "./options.js";
import { route, type Route } from "./route.js";
import { limitText, roomAnswer, roomSchema } from "./schemas.js";

const group = "Rooms";
const params = { room: roomSchema };

/** Routes to rooms as wholes: making, listing, closing, deleting. */
export function roomRoutes({ host }: ApiOptions): readonly Route[] {
  return [
    route({
      method: "post",
      path: "/rooms",
      does: "Makes a room; one that is recorded records from its first moment.",
      group,
      needs: "administer",
      body: z.strictObject({
        room: roomSchema,
        isRecorded: z
          .boolean()
          .default(false)
          .meta({ description: "Whether it is recorded; false when it is left out" }),
      }),
      answers: {
        201: { says: "The room is made.", schema: roomAnswer },
        400: WRONG,
        403: DENIED,
        409: TAKEN,
      },
      async handle({ context, body: { room, isRecorded }, isPermitted }) {
        checkPermitted(room, isPermitted);
        await host.create(room, isRecorded);
        return json(context, answerOf(await findRoom(host, room, isPermitted)), 201);
      },
    }),
    route({
      method: "get",
      path: "/rooms",
      does: "Lists rooms, the newest activity first, page by page.",
      group,
      needs: "read",
      query: {
        limit: limitText,
        after: z.string().max(200).optional().meta({ description: "What the page before gave as next" }),
      },
      answers: {
        200: {
          says: "A page of rooms; next is null on the last.",
          schema: z.object({ rooms: z.array(roomAnswer), next: z.string().nullable() }),
        },
        400: WRONG,
        403: DENIED,
      },
      async handle({ context, query: { limit, after }, isPermitted }) {
        const list = (page: RoomPage) => host.rooms(page);
        return json(context, await pageOf(list, isPermitted, limit, after === undefined ? null : placeOf(after)));
      },
    }),
    route({
      method: "get",
      path: "/rooms/:room",
      does: "Tells of one room.",
      group,
      needs: "read",
      params,
      answers: { 200: { says: "The room.", schema: roomAnswer }, ...PROBLEMS },
      handle: async ({ context, params: { room }, isPermitted }) =>
        json(context, answerOf(await findRoom(host, room, isPermitted))),
    }),
    route({
      method: "post",
      path: "/rooms/:room/close",
      does: "Closes a room: whoever is in is told, and nobody is let in. Its recording can be watched.",
      group,
      needs: "administer",
      params,
      answers: { 200: { says: "The room is closed.", schema: roomAnswer }, ...PROBLEMS },
      async handle({ context, params: { room }, isPermitted }) {
        await findRoom(host, room, isPermitted);
        await host.closeRoom(room);
        return json(context, answerOf(await findRoom(host, room, isPermitted)));
      },
    }),
    route({
      method: "post",
      path: "/rooms/:room/reopen",
      does: "Lets people into a room again.",
      group,
      needs: "administer",
      params,
      answers: { 200: { says: "The room is open.", schema: roomAnswer }, ...PROBLEMS },
      async handle({ context, params: { room }, isPermitted }) {
        await findRoom(host, room, isPermitted);
        await host.reopenRoom(room);
        return json(context, answerOf(await findRoom(host, room, isPermitted)));
      },
    }),
    route({
      method: "delete",
      path: "/rooms/:room",
      does: "Deletes a room with its recording and its pictures, from the storage too. Whoever is in is told.",
      group,
      needs: "administer",
      params,
      answers: { 204: { says: "The room is gone." }, 403: DENIED, 404: NO_ROOM },
      async handle({ context, params: { room }, isPermitted }) {
        checkPermitted(room, isPermitted);
        await host.removeRoom(room);
        return context.body(null, 204);
      },
    }),
  ];
}

/** A page of those rooms that may be seen; a place in the list is that of the last room looked at. */
async function pageOf(
  list: (page: RoomPage) => Promise<readonly RoomRecord[]>,
  isPermitted: (room: RoomId) => boolean,
  limit: number,
  start: RoomPage["after"],
) {
  const rooms: RoomRecord[] = [];
  let after = start;
  for (;;) {
    const page = await list({ limit: limit + 1, after });
    for (const record of page) {
      if (rooms.length === limit) return { rooms: rooms.map(answerOf), next: textOf(after) };
      if (isPermitted(record.room)) rooms.push(record);
      after = record;
    }
    if (page.length <= limit) return { rooms: rooms.map(answerOf), next: null };
  }
}

function textOf(place: RoomPage["after"]): string | null {
  return place && `${place.lastAt}-${place.room}`;
}

function placeOf(text: string): NonNullable<RoomPage["after"]> {
  const [, at, name] = /^(\d{1,16})-(.+)$/.exec(text) ?? [];
  if (at !== undefined && name !== undefined) return { lastAt: Number(at) as Millis, room: roomId(name) };
  throw new InktapeError("bad-argument", `"${text}" is no place in the list: give the \`next\` of the page before.`);
}
