import type { RecordedRun } from "../../../room/recorded.js";
import type { Entry } from "../../../signal/entry.js";
import type { MemberId, Millis, Seq } from "../../../signal/ids.js";
import { writeRaw } from "./raw.js";
import type { RoomRow, Tables } from "./tables.js";

/** Where a room's log ends. */
export interface LogEnd {
  readonly head: Seq;
  readonly lastAt: Millis;
  readonly isRecording: boolean;
}

/** Entries that need not be kept: those from `first` to `last` that are recorded, or are not. */
export interface Dropped {
  readonly first: number;
  readonly last: number;
  readonly isRecorded: boolean;
}

export type Undo = () => void;

/**
 * The end of a room's log: what its tables say, and what stands in the journal only. What changes it gives back how to
 * undo that; things are undone in the reverse order of their being done.
 */
export class LiveRoom {
  readonly id: number;
  readonly #tables: Tables;
  #end: LogEnd;
  #settled: Seq;
  #since: number | null = null;
  #runs: RecordedRun[] = [];
  #bytes = 0;
  /** How far the members' counts got, of those whose count was asked for. */
  readonly #counts = new Map<MemberId, number>();
  /** Whose counts the tables do not know. */
  #unsettled = new Set<MemberId>();

  constructor(tables: Tables, { id, head, last_at, is_recording }: RoomRow) {
    this.#tables = tables;
    this.id = id;
    this.#end = { head: head as Seq, lastAt: last_at as Millis, isRecording: is_recording === 1 };
    this.#settled = this.#end.head;
  }

  get end(): LogEnd {
    return this.#end;
  }

  /** The last entry that the tables know of. */
  get settled(): Seq {
    return this.#settled;
  }

  /** Number of the oldest slot in which something stands that the tables do not know; null when they know all. */
  get since(): number | null {
    return this.#since;
  }

  /** The entries after `settled`, in order. */
  get runs(): readonly RecordedRun[] {
    return this.#runs;
  }

  /** Encoded size of these. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The last of the member's signals that is in the log; undefined for one who was never enrolled. */
  count(member: MemberId): number | undefined {
    const known = this.#counts.get(member);
    if (known !== undefined) return known;
    const count = this.#tables.clientSeq(this.id, member)?.client_seq;
    if (count !== undefined) this.#counts.set(member, count);
    return count;
  }

  /** Adds what now stands in the journal. @param slot number of the slot where it begins. */
  add(runs: readonly RecordedRun[], bytes: number, end: LogEnd, slot: number): Undo {
    const before = { end: this.#end, since: this.#since, bytes: this.#bytes, length: this.#runs.length };
    const numbers = new Map<MemberId, number>();
    for (const run of runs) {
      this.#runs.push(run);
      for (const { by, clientSeq } of run.entries) if (clientSeq > 0) numbers.set(by, clientSeq);
    }
    const counts = [...numbers.keys()].map((member) => [member, this.#counts.get(member)] as const);
    for (const [member, number] of numbers) {
      this.#counts.set(member, number);
      this.#unsettled.add(member);
    }
    this.#end = end;
    this.#since ??= slot;
    this.#bytes += bytes;
    return () => {
      this.#end = before.end;
      this.#since = before.since;
      this.#bytes = before.bytes;
      this.#runs.length = before.length;
      for (const [member, count] of counts) {
        if (count === undefined) this.#counts.delete(member);
        else this.#counts.set(member, count);
      }
    };
  }

  /** Writes what the tables do not know into them, without what is dropped. */
  settle(dropped: Dropped | null): Undo {
    const before = { settled: this.#settled, since: this.#since, runs: this.#runs, bytes: this.#bytes };
    const unsettled = this.#unsettled;
    for (const { isRecorded, entries } of this.#runs.reduce(joined, [])) {
      for (const kept of without(entries, dropped?.isRecorded === isRecorded ? dropped : null)) {
        writeRaw(this.#tables, this.id, kept, isRecorded);
      }
    }
    for (const member of unsettled) {
      const count = this.#counts.get(member);
      if (count !== undefined) this.#tables.setClientSeq(count, this.id, member);
    }
    const { head, lastAt, isRecording } = this.#end;
    this.#tables.setHead(head, lastAt, Number(isRecording), this.id);
    [this.#settled, this.#since, this.#runs, this.#bytes, this.#unsettled] = [head, null, [], 0, new Set()];
    return () => {
      [this.#settled, this.#since, this.#runs, this.#bytes] = [before.settled, before.since, before.runs, before.bytes];
      this.#unsettled = unsettled;
    };
  }

  /** What was only read of the tables is read again: it may have been what a transaction said that is undone. */
  readAgain(): void {
    for (const member of this.#counts.keys()) if (!this.#unsettled.has(member)) this.#counts.delete(member);
  }
}

/** Those of the rooms that are not settled, the one that has waited longest first. */
export function bySince(rooms: Iterable<LiveRoom>): LiveRoom[] {
  const since = (room: LiveRoom) => room.since ?? Infinity;
  return [...rooms].filter((room) => room.since !== null).sort((a, b) => since(a) - since(b));
}

/** Puts a run to the one before it when both are recorded or both are not: few large rows cost less than many small. */
function joined(runs: { isRecorded: boolean; entries: Entry[] }[], { isRecorded, entries }: RecordedRun) {
  const last = runs.at(-1);
  if (last?.isRecorded === isRecorded) for (const entry of entries) last.entries.push(entry);
  else runs.push({ isRecorded, entries: [...entries] });
  return runs;
}

function without(entries: readonly Entry[], dropped: Dropped | null): readonly (readonly Entry[])[] {
  if (!dropped) return [entries];
  return [entries.filter(({ seq }) => seq < dropped.first), entries.filter(({ seq }) => seq > dropped.last)];
}
