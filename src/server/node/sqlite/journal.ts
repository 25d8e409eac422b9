import type { RecordedRun } from "../../../room/recorded.js";
import type { Entry } from "../../../signal/entry.js";
import { InktapeError } from "../../../signal/errors.js";
import { encodeEntries } from "../../../signal/wire/entries.js";
import type { Participant } from "./group-commit.js";
import type { JournalContent } from "./journal-content.js";
import { bySince, LiveRoom, type Dropped, type LogEnd, type Undo } from "./live-room.js";
import { MOST_SLOTS, SlotRing } from "./slot-ring.js";
import { encodeSegment, ENTRIES_BYTES, SEGMENT_BYTES } from "./slot.js";
import type { Tables } from "./tables.js";

/** More bytes than this at once are written into the room's own rows: a journal is for what is small. */
const MOST_BYTES = 8 * SEGMENT_BYTES;

interface Staged {
  readonly room: LiveRoom;
  /** The last entry of the segment. */
  readonly last: number;
  readonly bytes: Uint8Array;
}

/**
 * What rooms have appended and their tables do not know yet. A commit puts what all rooms appended side by side into one
 * slot, or a few: pages that are written for nothing else, instead of some pages of each room's. Most of it never comes
 * into the tables, because a block is sealed of it before.
 *
 * A room is settled when something else than an append is done with it that has to do with its entries: then its tables
 * know all of it, and its row's `head` says so. What stands in the slots up to that entry is dead, and is overwritten when
 * the ring comes round.
 */
export class Journal implements Participant {
  readonly #tables: Tables;
  readonly #ring: SlotRing;
  readonly #rooms = new Map<number, LiveRoom>();
  /** Those of the rooms that are not settled, the one that has waited longest first. */
  #unsettled = new Set<LiveRoom>();
  #staged: Staged[] = [];
  /** Rooms of this transaction that appended too much for the journal, and those that were let go of. */
  readonly #large = new Set<LiveRoom>();
  readonly #dropped = new Set<LiveRoom>();
  #undo: Undo[] = [];
  #isDamaged: boolean;

  /** @param content what the tables hold of a journal. */
  constructor(tables: Tables, content: JournalContent, mostSlots = MOST_SLOTS) {
    this.#tables = tables;
    this.#isDamaged = content.isDamaged;
    this.#ring = new SlotRing(tables, content.slots, mostSlots);
    for (const room of content.rooms) {
      this.#rooms.set(room.id, room);
      this.#unsettled.add(room);
    }
  }

  /** The end of a room's log. Throws `log-failed` for a room that is gone. */
  room(id: number): LiveRoom {
    const known = this.#rooms.get(id);
    if (known) return known;
    const row = this.#tables.roomById(id);
    if (!row) throw new InktapeError("log-failed", "The room is gone from the store.");
    const room = new LiveRoom(this.#tables, row);
    this.#rooms.set(id, room);
    return room;
  }

  /** The rooms that are not settled. */
  get unsettled(): ReadonlySet<LiveRoom> {
    return this.#unsettled;
  }

  /** The entries of a room that only the journal has, in runs, in order. */
  runs(id: number): readonly RecordedRun[] {
    return this.#rooms.get(id)?.runs ?? [];
  }

  /** Appends entries to a room's log. They are in it once the transaction is committed. */
  append(id: number, runs: readonly RecordedRun[], end: LogEnd): void {
    const room = this.room(id);
    const segments = runs.flatMap(({ entries, isRecorded }) => segmentsOf(room, entries, isRecorded));
    const bytes = segments.reduce((sum, segment) => sum + segment.bytes.length, 0);
    const staged = this.#staged.length;
    const undo = room.add(runs, bytes, end, this.#ring.nextNumber);
    this.#undo.push(() => {
      undo();
      this.#staged.length = staged;
    });
    this.#staged.push(...segments);
    this.#unsettled.add(room);
    if (bytes > MOST_BYTES || segments.some((segment) => segment.bytes.length > SEGMENT_BYTES)) this.#large.add(room);
  }

  /** Writes what only the journal has of a room into its tables, without what is dropped. */
  settle(id: number, dropped: Dropped | null = null): void {
    const room = this.#rooms.get(id);
    if (room && this.#unsettled.delete(room)) this.#undo.push(room.settle(dropped));
  }

  /** Settles a room that nobody works with any more. The last of them takes the journal's content along. */
  release(id: number): void {
    this.settle(id);
    this.drop(id);
    if (this.#unsettled.size === 0) this.clear();
  }

  /** Lets go of a room as it is: what only the journal has of it is lost. */
  drop(id: number): void {
    const room = this.#rooms.get(id);
    if (!room) return;
    this.#rooms.delete(id);
    this.#unsettled.delete(room);
    this.#dropped.add(room);
    this.#undo.push(() => {
      this.#rooms.set(id, room);
      this.#dropped.delete(room);
    });
  }

  /** Settles all rooms, and leaves nothing of what they ever said in the journal. */
  clear(): void {
    for (const { id } of [...this.#unsettled]) this.settle(id);
    const isDamaged = this.#isDamaged;
    this.#isDamaged = false;
    this.#undo.push(this.#ring.clear(), () => {
      this.#isDamaged = isDamaged;
    });
  }

  mark(): number {
    return this.#undo.length;
  }

  undoTo(mark: number): void {
    for (const undo of this.#undo.splice(mark).reverse()) undo();
    for (const room of this.#rooms.values()) room.readAgain();
    this.#unsettled = new Set(bySince(this.#rooms.values()));
  }

  write(): void {
    // What follows on damage must not be found again, and taken for what came in its place.
    if (this.#isDamaged && this.#staged.length > 0) this.clear();
    for (const { id } of this.#large) this.settle(id);
    const due = this.#staged.filter(({ room, last }) => last > room.settled && !this.#dropped.has(room));
    if (due.length === 0) return;
    const oldest = () => this.#unsettled.values().next().value?.since ?? Infinity;
    const settleBefore = (number: number) => {
      for (const { id, since } of [...this.#unsettled]) if ((since ?? Infinity) < number) this.settle(id);
    };
    this.#undo.push(
      this.#ring.write(
        due.map(({ bytes }) => bytes),
        { oldest, settleBefore },
      ),
    );
  }

  ended(): void {
    this.#undo = [];
    this.#staged = [];
    this.#large.clear();
    this.#dropped.clear();
  }
}

/** Segments of entries: as many as it takes for each to fit, unless a single entry does not. */
function segmentsOf(room: LiveRoom, entries: readonly Entry[], isRecorded: boolean): readonly Staged[] {
  const bytes = encodeEntries(entries);
  if (bytes.length > ENTRIES_BYTES && entries.length > 1) {
    const middle = entries.length >> 1;
    const halves = [entries.slice(0, middle), entries.slice(middle)];
    return halves.flatMap((half) => segmentsOf(room, half, isRecorded));
  }
  return [{ room, last: entries.at(-1)?.seq ?? 0, bytes: encodeSegment(room.id, isRecorded, bytes) }];
}
