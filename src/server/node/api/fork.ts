import { z } from "zod";
import { answerOf, checkPermitted, DENIED, findRoom, json, NO_ROOM, TAKEN, WRONG } from "./answers.js";
import type { ApiOptions } from "./options.js";
import { route, type Route } from "./route.js";
import { millis, roomAnswer, roomSchema } from "./schemas.js";

/** The route that makes a room of a moment of another's recording. */
export function forkRoutes({ host, access }: ApiOptions): readonly Route[] {
  return [
    route({
      method: "post",
      path: "/rooms/:room/fork",
      does:
        "Makes a room that goes on from a moment of a recording, with the board and its pictures. It is for who may read " +
        "that recording and write into the new room. Nobody is in that, and it is not recorded until somebody asks for it.",
      group: "Rooms",
      needs: "read",
      params: { room: roomSchema },
      body: z.strictObject({
        at: millis.meta({ description: "The moment, in milliseconds since 1970; what happened at it is on the board" }),
        into: roomSchema.meta({ description: "The name of the new room", example: "algebra-again" }),
      }),
      answers: {
        201: { says: "The room is made.", schema: roomAnswer },
        400: WRONG,
        403: DENIED,
        404: NO_ROOM,
        409: TAKEN,
      },
      async handle({ context, params: { room }, body: { at, into }, isPermitted }) {
        await findRoom(host, room, isPermitted);
        const mayWrite = await access.permit("write", context.req.raw, into);
        checkPermitted(into, mayWrite);
        await host.fork(room, at, into);
        return json(context, answerOf(await findRoom(host, into, mayWrite)), 201);
      },
    }),
  ];
}
