import type { Context } from "hono";
import type { RoomHost } from "../../../room/host.js";
import { noSuchRoom } from "../../../room/host.js";
import type { RoomRecord } from "../../../room/room-log.js";
import { InktapeError } from "../../../signal/errors.js";
import type { RoomId } from "../../../signal/ids.js";
import type { Answer } from "./route.js";
import { problemAnswer } from "./schemas.js";

export const BYTES = "application/octet-stream";

/** What changes with the next entry is asked for anew each time. */
export const NEVER_KEPT = { "Cache-Control": "no-store" };

/** What somebody made is shown, and never run. */
export const HARMLESS = {
  "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
  "X-Content-Type-Options": "nosniff",
};

/** How long what never changes may be kept, and by whom. */
export function forEver(isGuarded: boolean): string {
  return `${isGuarded ? "private" : "public"}, max-age=31536000, immutable`;
}

/** Answers with JSON that nobody keeps. */
export function json(context: Context, value: object, status: 200 | 201 = 200): Response {
  return context.json(value, status, NEVER_KEPT);
}

/** Answers with bytes. */
export function bytes(context: Context, content: Uint8Array, headers: Record<string, string>): Response {
  // Hono wants to know that the bytes lie in memory of their own, which those of a store always do.
  return context.body(content as Uint8Array<ArrayBuffer>, 200, headers);
}

/** Finds a room for a request that is permitted it. Throws `denied` or `not-found`. */
export async function findRoom(
  host: RoomHost,
  room: RoomId,
  isPermitted: (room: RoomId) => boolean,
): Promise<RoomRecord> {
  checkPermitted(room, isPermitted);
  const record = await host.find(room);
  if (!record) throw noSuchRoom(room);
  return record;
}

/** Throws `denied` for a room that the request is not for. */
export function checkPermitted(room: RoomId, isPermitted: (room: RoomId) => boolean): void {
  if (!isPermitted(room)) throw new InktapeError("denied", `This token is not for the room "${room}".`);
}

const problem = (says: string): Answer => ({ says, schema: problemAnswer });
export const DENIED = problem("Nobody may do that who comes like this.");
export const NO_ROOM = problem("There is no such room, or no such thing in it.");
export const TAKEN = problem("There is one of that name already.");
export const WRONG = problem("Something in the request is wrong.");
export const PROBLEMS = { 400: WRONG, 403: DENIED, 404: NO_ROOM };

/** A room as it is told of. */
export function answerOf(record: RoomRecord): Omit<RoomRecord, "edition"> {
  const { room, created, lastAt, entries, bytes, isRecorded, isClosed } = record;
  return { room, created, lastAt, entries, bytes, isRecorded, isClosed };
}
