import { isRecordingAtEnd } from "../../../room/recorded.js";
import type { Note } from "./history.js";
import { bySince, LiveRoom } from "./live-room.js";
import { readSlot, type Segment } from "./slot.js";
import type { Tables } from "./tables.js";

/** What a journal held when it was opened: more than nothing after the sudden end of a process only. */
export interface JournalContent {
  /** Ids and numbers of its slots, the oldest first. */
  readonly slots: readonly (readonly [id: number, number: number])[];
  /** The rooms whose tables do not know all of it, the one that has waited longest first. */
  readonly rooms: readonly LiveRoom[];
  /** True when something in it is damaged, and something of what follows on that may stand there still. */
  readonly isDamaged: boolean;
}

/** Reads the journal of a store, and changes nothing. */
export function journalContent(tables: Tables, note: Note): JournalContent {
  const slots = tables
    .slots()
    .map(({ id, bytes }) => ({ id, ...readSlot(bytes) }))
    .sort((a, b) => a.number - b.number);
  const damaged = slots.filter(({ isWhole }) => !isWhole).length;
  if (damaged > 0) note(`${damaged} of ${slots.length} slots of the journal were damaged: what stood there is lost.`);
  const rooms = new Map<number, LiveRoom>();
  const torn = new Set<number>();
  for (const { number, segments } of slots) {
    for (const segment of segments) take(tables, rooms, torn, segment, number, note);
  }
  return {
    slots: slots.map(({ id, number }) => [id, number] as const),
    rooms: bySince(rooms.values()),
    isDamaged: damaged > 0 || torn.size > 0,
  };
}

function take(
  tables: Tables,
  rooms: Map<number, LiveRoom>,
  torn: Set<number>,
  { room: id, isRecorded, entries, bytes }: Segment,
  slot: number,
  note: Note,
): void {
  const row = rooms.has(id) ? undefined : tables.roomById(id);
  if (row) rooms.set(id, new LiveRoom(tables, row));
  const room = rooms.get(id);
  const [first, last] = [entries[0], entries.at(-1)];
  if (!room || !first || !last || last.seq <= room.settled) return;
  const { head, isRecording } = room.end;
  if (torn.has(id) || first.seq !== head + 1) {
    if (!torn.has(id)) {
      const name = tables.roomById(id)?.name;
      note(
        `The room "${name}" had a torn end: entries after ${head} were damaged and are cut off. It goes on after it.`,
      );
    }
    torn.add(id);
    return;
  }
  const end = { head: last.seq, lastAt: last.at, isRecording: isRecordingAtEnd(entries, isRecording) };
  room.add([{ isRecorded, entries }], bytes, end, slot);
}
