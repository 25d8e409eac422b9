import type { RecordedRun } from "../../../room/recorded.js";
import type { Entry } from "../../../signal/entry.js";
import { isInktapeError } from "../../../signal/errors.js";
import type { BlockInfo } from "../../../tape/block-info.js";
import { sealedEntries } from "../../../tape/sealed/sealed-block.js";
import { readRaw } from "./raw.js";
import type { BlockRow, RawRow, Tables } from "./tables.js";

/** Where the entries of rooms stand. */
export interface Stored {
  readonly tables: Tables;
  readonly journal: {
    /** The entries of a room that only the journal has, in order. */
    runs(room: number): readonly RecordedRun[];
  };
}

/** Is told of what cannot be used and was passed over, in a sentence for the operator. */
export type Note = (message: string) => void;

/** All entries after `seq` that are stored, in order. What is damaged is passed over and noted. */
export function entriesAfter({ tables, journal }: Stored, room: number, seq: number, note: Note): Entry[] {
  const sealed = tables.blocksAfter(room, seq).flatMap((row) => tolerate(() => blockEntries(row), note));
  const raw = tables
    .rawBetween(room, seq + 1, Number.MAX_SAFE_INTEGER)
    .flatMap((row) => tolerate(() => readRaw(row), note));
  const last = journal.runs(room).flatMap(({ entries }) => entries);
  return [...inOrder([...sealed, ...raw]), ...last].filter((entry) => entry.seq > seq);
}

/** The recorded entries from `first` to `last` that are stored, in order. Throws `tape-damaged`. */
export function recordedBetween(stored: Stored, room: number, first: number, last: number): Entry[] {
  const { tables } = stored;
  const sealed: Entry[] = [];
  let block = tables.blockFrom(room, first);
  while (block && block.first <= last) {
    sealed.push(...blockEntries(block));
    block = tables.blockFrom(room, block.last + 1);
  }
  const raw = tables.rawBetween(room, first, last).filter(isRecorded).flatMap(readRaw);
  const all = [...inOrder([...sealed, ...raw]), ...recordedLast(stored, room)];
  return all.filter(({ seq }) => seq >= first && seq <= last);
}

/** The recorded entries of a room that stand in no block, in order. Throws `tape-damaged`. */
export function recordedTail(stored: Stored, room: number): Entry[] {
  return [...stored.tables.raw(room).filter(isRecorded).flatMap(readRaw), ...recordedLast(stored, room)];
}

function recordedLast({ journal }: Stored, room: number): Entry[] {
  return journal.runs(room).flatMap((run) => (run.isRecorded ? run.entries : []));
}

/** True for a row that is part of the tape. */
export function isRecorded(row: RawRow): boolean {
  return row.is_recorded === 1;
}

function blockEntries({ info, document, ink, presence }: BlockRow): Entry[] {
  return sealedEntries({ info: JSON.parse(info) as BlockInfo, parts: { document, ink, presence } });
}

/** What `read` gives; what it cannot read is noted and left out. */
function tolerate(read: () => readonly Entry[], note: Note): readonly Entry[] {
  try {
    return read();
  } catch (error) {
    if (!isInktapeError(error)) throw error;
    note(error.message);
    return [];
  }
}

function inOrder(entries: Entry[]): Entry[] {
  return entries.sort((a, b) => a.seq - b.seq);
}
