import { crc32 } from "node:zlib";
import type { Entry } from "../../../signal/entry.js";
import { InktapeError } from "../../../signal/errors.js";
import { decodeEntries, encodeEntries } from "../../../signal/wire/entries.js";
import type { RawRow, Tables } from "./tables.js";

/** The most entries in one row, so that taking a part of it out is cheap. */
const ROW_ENTRIES = 1024;

/** Stores entries that follow one another and are all recorded or all not. */
export function writeRaw(tables: Tables, room: number, entries: readonly Entry[], isRecorded: boolean): void {
  for (let from = 0; from < entries.length; from += ROW_ENTRIES) {
    const row = entries.slice(from, from + ROW_ENTRIES);
    const [first, last] = [row[0], row.at(-1)];
    if (!first || !last) return;
    const bytes = encodeEntries(row);
    tables.addRaw(room, first.seq, last.seq, Number(isRecorded), crc32(bytes), bytes);
    tables.addBytes(bytes.length, room);
  }
}

/** Reads a row's entries. Throws `tape-damaged` when they are not what was stored. */
export function readRaw({ first, last, crc, bytes }: RawRow): readonly Entry[] {
  if (crc32(bytes) === crc) {
    const entries = decodeEntries(bytes, last - first + 1);
    if (entries.length === last - first + 1 && entries[0]?.seq === first && entries.at(-1)?.seq === last)
      return entries;
  }
  throw new InktapeError("tape-damaged", `The stored entries ${first} to ${last} are damaged and cannot be used.`);
}

/** Takes the entries from `first` to `last` out, and leaves what else stands in their rows. */
export function dropRaw(
  tables: Tables,
  room: number,
  first: number,
  last: number,
  only: (row: RawRow) => boolean,
): void {
  for (const row of tables.rawBetween(room, first, last).filter(only)) {
    tables.dropRaw(room, row.first);
    tables.addBytes(-row.bytes.length, room);
    if (row.first >= first && row.last <= last) continue;
    const entries = readRaw(row);
    const isRecorded = row.is_recorded === 1;
    writeRaw(
      tables,
      room,
      entries.filter(({ seq }) => seq < first),
      isRecorded,
    );
    writeRaw(
      tables,
      room,
      entries.filter(({ seq }) => seq > last),
      isRecorded,
    );
  }
}
