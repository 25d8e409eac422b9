import type { RoomPage } from "../../../room/room-log.js";
import type { RoomId } from "../../../signal/ids.js";
import type { Journal } from "./journal.js";
import type { LiveRoom } from "./live-room.js";
import type { RoomRecordRow, Tables } from "./tables.js";

interface RoomParts {
  readonly tables: Tables;
  readonly journal: Journal;
}

/** What is known of a room, what stands in the journal included. */
export function roomRow({ tables, journal }: RoomParts, room: RoomId): RoomRecordRow | undefined {
  const row = tables.roomRecord(room);
  return row && asItIs(row, journal);
}

/** All rooms, or a part of their list: the newest activity first, and of the same time the greatest name. */
export function roomRows({ tables, journal }: RoomParts, page: RoomPage | undefined): RoomRecordRow[] {
  const { limit, after } = page ?? { limit: Infinity, after: null };
  const live = [...journal.unsettled].flatMap(({ id }) => tables.roomRecordById(id) ?? []);
  // The tables tell of an earlier activity of these: they stand in their list where they do not belong.
  const most = limit === Infinity ? -1 : limit + live.length;
  const others = after ? tables.roomsAfter(after.lastAt, after.room, most) : tables.rooms(most);
  const isLive = new Set(live.map(({ id }) => id));
  const rows = [...live, ...others.filter(({ id }) => !isLive.has(id))]
    .filter(({ name }) => name !== null)
    .map((row) => asItIs(row, journal))
    .filter((row) => !after || isBefore({ last_at: after.lastAt, name: after.room }, row))
    .sort((a, b) => (isBefore(a, b) ? -1 : 1));
  return rows.slice(0, limit);
}

type Place = Pick<RoomRecordRow, "last_at" | "name">;

/** Names are compared as SQLite does it: by their bytes. */
function isBefore(a: Place, b: Place): boolean {
  if (a.last_at !== b.last_at) return a.last_at > b.last_at;
  return Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)) > 0;
}

function asItIs(row: RoomRecordRow, journal: Journal): RoomRecordRow {
  const room: LiveRoom | undefined = [...journal.unsettled].find(({ id }) => id === row.id);
  if (!room) return row;
  const { head, lastAt } = room.end;
  const is_recorded = Number(row.is_recorded === 1 || room.runs.some((run) => run.isRecorded));
  return { ...row, head, last_at: lastAt, bytes: row.bytes + room.bytes, is_recorded };
}
