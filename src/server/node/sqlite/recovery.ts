import { isRecordingAtEnd } from "../../../room/recorded.js";
import type { Recovery, StoredKeyframe } from "../../../room/room-log.js";
import { isInktapeError } from "../../../signal/errors.js";
import type { EntryRange } from "../../../tape/tape-source.js";
import type { MemberId, Millis, Seq } from "../../../signal/ids.js";
import { decodeKeyframe } from "../../../tape/keyframe.js";
import { entriesAfter, type Note, type Stored } from "./history.js";
import type { Journal } from "./journal.js";
import { readRaw } from "./raw.js";
import type { RawRow, RoomRow, Tables } from "./tables.js";

interface CutParts {
  readonly tables: Tables;
  readonly journal: Journal;
}

/**
 * Looks through a room's raw entries and cuts off a torn end: from the first row whose checksum is wrong, when nothing
 * sound stands after it. A damaged row before a block or a keyframe is passed over where it is read instead. What is
 * sealed is not looked at: a block has its own checksum, and whoever plays it reads that.
 */
export function cutTornEnd({ tables, journal }: CutParts, known: RoomRow, note: Note): void {
  const sealed = tables.lastSealed(known.id)?.last ?? 0;
  const kept = tables.lastKeyframe(known.id)?.seq ?? 0;
  const torn = tables.raw(known.id).findIndex((row) => row.last > sealed && row.last > kept && !isSound(row));
  if (torn < 0) return;
  // All that follows on it is cut too, and must not be found in the journal again.
  journal.clear();
  const room = tables.roomById(known.id) ?? known;
  const rows = tables.raw(room.id);
  const cut = rows.slice(torn);
  for (const row of cut) {
    tables.dropRaw(room.id, row.first);
    tables.addBytes(-row.bytes.length, room.id);
  }
  const head = Math.max(sealed, kept, rows[torn - 1]?.last ?? 0);
  journal.drop(room.id);
  const stored = { tables, journal };
  takeNumbersBack(stored, room, head);
  const { keyframe, tail } = recover(stored, room, note);
  const isRecording = isRecordingAtEnd(tail, keyframe !== null && decodeKeyframe(keyframe.bytes).isRecording);
  tables.setHead(head, tail.at(-1)?.at ?? keyframe?.at ?? room.created, Number(isRecording), room.id);
  note(
    `The room "${room.name}" had a torn end: its entries ${cut[0]?.first} to ${room.head} were damaged and are cut off. ` +
      `It goes on after entry ${head}.`,
  );
}

/**
 * A client counts on from the last of its signals that is left, so that those which were cut are taken when it says them
 * again. Of one that said nothing for so long that it is not stored any more, the number stays.
 */
function takeNumbersBack(stored: Stored, room: RoomRow, head: number): void {
  const { tables } = stored;
  const numbers = new Map<number, number>();
  let seq = head;
  for (const entry of entriesAfter(stored, room.id, 0, () => undefined).reverse()) {
    if (entry.seq !== seq) break;
    if (entry.clientSeq > 0 && !numbers.has(entry.by)) numbers.set(entry.by, entry.clientSeq);
    seq -= 1;
  }
  for (const { member } of tables.members(room.id)) {
    const number = numbers.get(member) ?? (seq === 0 ? 0 : undefined);
    if (number !== undefined) tables.setClientSeq(number, room.id, member);
  }
}

/** What is needed to have the room's board at its end again; starts at an older keyframe when the newest is damaged. */
export function recover(stored: Stored, room: Pick<RoomRow, "id" | "name" | "head">, note: Note): Recovery {
  const { tables } = stored;
  const keyframe = newestKeyframe(tables, room, note);
  return {
    keyframe,
    tail: entriesAfter(stored, room.id, keyframe?.seq ?? 0, note),
    head: room.head as Seq,
    sealed: (tables.lastSealed(room.id)?.last ?? 0) as Seq,
    blocks: tables.rangesAfter(room.id, keyframe?.seq ?? 0) as EntryRange[],
    passedBytes: tables.passedBytesAfter(room.id, keyframe?.seq ?? 0)?.bytes ?? 0,
    lastMember: (tables.lastMember(room.id)?.member ?? 0) as MemberId,
  };
}

function newestKeyframe(tables: Tables, room: Pick<RoomRow, "id" | "name">, note: Note): StoredKeyframe | null {
  for (
    let row = tables.keyframeBefore(room.id, Number.MAX_SAFE_INTEGER);
    row;
    row = tables.keyframeBefore(room.id, row.seq)
  ) {
    try {
      decodeKeyframe(row.bytes);
      return { seq: row.seq as Seq, at: row.at as Millis, bytes: row.bytes };
    } catch (error) {
      if (!isInktapeError(error)) throw error;
      note(`The keyframe at entry ${row.seq} of the room "${room.name}" is passed over. ${error.message}`);
    }
  }
  return null;
}

function isSound(row: RawRow): boolean {
  try {
    return readRaw(row).length > 0;
  } catch (error) {
    if (!isInktapeError(error)) throw error;
    return false;
  }
}
