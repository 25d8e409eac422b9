import { Hono, type Context } from "hono";
import { cors } from "hono/cors";
import { z } from "zod";
import type { RoomHost } from "../../room/host.js";
import { InktapeError } from "../../signal/errors.js";
import { roomId, type Millis, type RoomId, type Seq } from "../../signal/ids.js";
import type { Access } from "./access.js";
import { encodeTimeline } from "../../tape/index-bytes.js";
import type { EntryRange, TapeSource } from "../../tape/tape-source.js";
import type { BlockPart, TimeRange } from "../../tape/timeline.js";

const BYTES = { "Content-Type": "application/octet-stream" };
/** Blocks and keyframes never change: whoever has one may keep it. */
const FOR_EVER = "max-age=31536000, immutable";
/** What changes with the next entry is asked for anew each time. */
const NEVER_KEPT = { "Cache-Control": "no-store" };

const whole = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const place = whole.min(1);

/** The HTTP side of rooms: lists, timelines, blocks and keyframes. Errors are left to the app it is put into. */
export function api(host: RoomHost, access: Access): Hono {
  const app = new Hono();
  const forEver = { ...BYTES, "Cache-Control": `${access.isGuarded ? "private" : "public"}, ${FOR_EVER}` };
  // Who may read follows from what a request brings, never from cookies; sockets look at the origin themselves.
  app.use(cors({ origin: "*", allowMethods: ["GET", "HEAD"], allowHeaders: ["Authorization"] }));
  const mayRead = (context: Context) => access.reader(context.req.header("Authorization"));
  const tapeOf = async (context: Context): Promise<TapeSource> => {
    const room = roomId(context.req.param("room") ?? "");
    if (!(await mayRead(context))(room)) throw notForYou(room);
    const tape = await host.tape(room);
    if (!tape) throw noSuchRoom(room);
    return tape;
  };

  app.get("/health", (context) => context.json({ status: "ok" }, 200, NEVER_KEPT));

  app.get("/rooms", async (context) => {
    const isReadable = await mayRead(context);
    const rooms = await host.rooms();
    return context.json(
      rooms.filter(({ room }) => isReadable(room)),
      200,
      NEVER_KEPT,
    );
  });

  app.get("/rooms/:room", async (context) => {
    const room = roomId(context.req.param("room"));
    if (!(await mayRead(context))(room)) throw notForYou(room);
    const summary = (await host.rooms()).find((other) => other.room === room);
    if (!summary) throw noSuchRoom(room);
    return context.json(summary, 200, NEVER_KEPT);
  });

  app.get("/rooms/:room/timeline", async (context) => {
    const tape = await tapeOf(context);
    const { format, ...query } = context.req.query();
    const timeline = await tape.timeline(rangeOf(query));
    if (format === "json") return context.json(timeline, 200, NEVER_KEPT);
    if (format !== undefined) throw new InktapeError("bad-argument", `A timeline comes in no format "${format}".`);
    return context.body(bytesFor(encodeTimeline(timeline)), 200, { ...BYTES, ...NEVER_KEPT });
  });

  app.get("/rooms/:room/blocks/:range{[0-9]+-[0-9]+}", async (context) => {
    const tape = await tapeOf(context);
    return context.body(bytesFor(await tape.block(entryRange(context.req.param("range")))), 200, forEver);
  });

  app.get("/rooms/:room/blocks/:range{[0-9]+-[0-9]+}/:part{document|ink|presence}", async (context) => {
    const tape = await tapeOf(context);
    const bytes = await tape.part(entryRange(context.req.param("range")), context.req.param("part") as BlockPart);
    return context.body(bytesFor(bytes), 200, forEver);
  });

  app.get("/rooms/:room/keyframes/:seq{[0-9]+}", async (context) => {
    const tape = await tapeOf(context);
    const seq = read(place, context.req.param("seq")) as Seq;
    return context.body(bytesFor(await tape.keyframe({ seq })), 200, forEver);
  });

  app.all("*", (context) => {
    throw new InktapeError("not-found", `There is nothing at ${context.req.path}.`);
  });
  return app;
}

function notForYou(room: RoomId): InktapeError {
  return new InktapeError("denied", `This token is not for the room "${room}".`);
}

function noSuchRoom(room: RoomId): InktapeError {
  return new InktapeError("not-found", `There is no room "${room}" on this server. Open it as a whiteboard first.`);
}

function rangeOf(query: Readonly<Record<string, string>>): TimeRange | undefined {
  if (query.from === undefined && query.to === undefined) return undefined;
  const from = query.from === undefined ? 0 : read(whole, query.from);
  const to = query.to === undefined ? Number.MAX_SAFE_INTEGER : read(whole, query.to);
  return { from: from as Millis, to: to as Millis };
}

function entryRange(text: string): EntryRange {
  const [first, last] = text.split("-");
  return { first: read(place, first) as Seq, last: read(place, last) as Seq };
}

function read(schema: z.ZodType<number>, text: string | undefined): number {
  const { success, data } = schema.safeParse(text);
  if (!success) throw new InktapeError("bad-argument", `"${text}" is no whole number that could stand there.`);
  return data;
}

/** Hono wants to know that the bytes lie in memory of their own, which those of a store always do. */
function bytesFor(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>;
}
