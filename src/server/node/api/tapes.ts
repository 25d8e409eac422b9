import { z } from "zod";
import { noSuchRoom } from "../../../room/host.js";
import type { RoomRecord } from "../../../room/room-log.js";
import { InktapeError } from "../../../signal/errors.js";
import type { Millis, RoomId, Seq } from "../../../signal/ids.js";
import { encodeTimeline } from "../../../tape/index-bytes.js";
import type { EntryRange, TapeSource } from "../../../tape/tape-source.js";
import type { BlockPart, TimeRange } from "../../../tape/timeline.js";
import { BYTES, bytes, findRoom, forEver, json, NEVER_KEPT, PROBLEMS } from "./answers.js";
import type { ApiOptions } from "./options.js";
import { recordingsOf } from "./recordings-of.js";
import { route, type Route } from "./route.js";
import { editionText, millisText, recordingsAnswer, roomSchema, seqText } from "./schemas.js";

const group = "Recordings";
const params = { room: roomSchema };
const stretch = { from: millisText.optional(), to: millisText.optional() };
const range = z
  .string()
  .transform((text, context): EntryRange => {
    const [first, last] = text.split("-").map(Number);
    if (first && last && Number.isSafeInteger(first) && Number.isSafeInteger(last)) {
      return { first: first as Seq, last: last as Seq };
    }
    context.addIssue({ code: "custom", message: "give two whole numbers from 1" });
    return z.NEVER;
  })
  .meta({ description: "The first and the last entry, like 1-99" });
const file = (says: string) => ({ 200: { says, type: BYTES }, ...PROBLEMS });

/** Routes to recordings as players read them. */
export function tapeRoutes({ host, access }: ApiOptions): readonly Route[] {
  const kept = { "Content-Type": BYTES, "Cache-Control": forEver(access.isGuarded) };
  const tapeOf = async ({ room }: RoomRecord) => (await host.tape(room)) ?? fail(room);
  /** What a timeline named. Another edition of the tape has other parts under the same names. */
  const partOf = async (room: RoomId, edition: number | undefined, isPermitted: (room: RoomId) => boolean) => {
    const record = await findRoom(host, room, isPermitted);
    if (edition !== undefined && edition !== record.edition) throw otherEdition(room);
    return tapeOf(record);
  };

  return [
    route({
      method: "get",
      path: "/rooms/:room/recordings",
      does: "Tells what was recorded of a room: when it was active, who was there, what was marked.",
      group,
      needs: "read",
      params,
      answers: { 200: { says: "What was recorded.", schema: recordingsAnswer }, ...PROBLEMS },
      async handle({ context, params: { room }, isPermitted }) {
        const tape = await tapeOf(await findRoom(host, room, isPermitted));
        return json(context, recordingsOf(await tape.timeline()));
      },
    }),
    route({
      method: "get",
      path: "/rooms/:room/timeline",
      does: "The index of a recording, or of a stretch of it.",
      group,
      needs: "read",
      params,
      query: {
        ...stretch,
        format: z
          .enum(["json"])
          .optional()
          .meta({ description: "json, instead of bytes as the format describes them" }),
      },
      answers: file("The index; the header Inktape-Edition goes with its parts."),
      async handle({ context, params: { room }, query: { from, to, format }, isPermitted }) {
        const record = await findRoom(host, room, isPermitted);
        const timeline = await (await tapeOf(record)).timeline(rangeOf(from, to));
        context.header("Inktape-Edition", String(record.edition));
        if (format === "json") return json(context, timeline);
        return bytes(context, encodeTimeline(timeline), { "Content-Type": BYTES, ...NEVER_KEPT });
      },
    }),
    route({
      method: "get",
      path: "/rooms/:room/blocks/:range{[0-9]+-[0-9]+}",
      does: "A run of entries.",
      group,
      needs: "read",
      params: { ...params, range },
      query: { edition: editionText },
      answers: file("The entries, as the format describes a block."),
      async handle({ context, params: { room, range: ref }, query: { edition }, isPermitted }) {
        return bytes(context, await (await partOf(room, edition, isPermitted)).block(ref), kept);
      },
    }),
    route({
      method: "get",
      path: "/rooms/:room/blocks/:range{[0-9]+-[0-9]+}/:part{document|ink|presence}",
      does: "A part of a sealed block.",
      group,
      needs: "read",
      params: { ...params, range, part: z.enum(["document", "ink", "presence"]) },
      query: { edition: editionText },
      answers: file("The part, as the format describes it."),
      async handle({ context, params: { room, range: ref, part }, query: { edition }, isPermitted }) {
        return bytes(context, await (await partOf(room, edition, isPermitted)).part(ref, part as BlockPart), kept);
      },
    }),
    route({
      method: "get",
      path: "/rooms/:room/keyframes/:seq{[0-9]+}",
      does: "The whole board right after an entry.",
      group,
      needs: "read",
      params: { ...params, seq: seqText },
      query: { edition: editionText },
      answers: file("The board, as the format describes a keyframe."),
      async handle({ context, params: { room, seq }, query: { edition }, isPermitted }) {
        return bytes(context, await (await partOf(room, edition, isPermitted)).keyframe({ seq }), kept);
      },
    }),
  ];
}

/** The stretch of time that is asked for; undefined for all. */
export function rangeOf(from: Millis | undefined, to: Millis | undefined): TimeRange | undefined {
  if (from === undefined && to === undefined) return undefined;
  return { from: from ?? (0 as Millis), to: to ?? (Number.MAX_SAFE_INTEGER as Millis) };
}

function fail(room: RoomId): TapeSource {
  throw noSuchRoom(room);
}

function otherEdition(room: RoomId): InktapeError {
  return new InktapeError(
    "not-found",
    `The recording of the room "${room}" was made anew since its timeline was read. Read that again.`,
  );
}
