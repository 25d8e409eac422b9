import type { Entry } from "../signal/entry.js";
import type { MemberId, Millis, Seq } from "../signal/ids.js";
import type { Track } from "../signal/signal.js";
import type { ByteReader } from "../signal/wire/bytes.js";
import { readColumns, type Row } from "./columns.js";
import { readBody, readEnvelope, unknownCodec } from "./envelope.js";
import { readSection } from "./section.js";

/** What one block may hold. Writers stay far below; readers refuse beyond. */
export const BLOCK_LIMITS = { entries: 1 << 14, sectionBytes: 8 << 20 } as const;

/** Codec 1: the order of the tracks, then each track by itself, in three deflated sections. */
export const CODEC = 1;

export const TRACKS: readonly Track[] = ["document", "presence"];

/** Reads a block. Throws `tape-damaged` or `unsupported-version`, and never gives back a part of a damaged block. */
export function decodeBlock(bytes: Uint8Array): Entry[] {
  const envelope = readEnvelope("block", bytes);
  if (envelope.codec !== CODEC) throw unknownCodec(envelope);
  return readBody(envelope, readEntries);
}

function readEntries(reader: ByteReader): Entry[] {
  const count = reader.varint(BLOCK_LIMITS.entries);
  const first = reader.varint(Number.MAX_SAFE_INTEGER - count);
  const base = reader.varint();
  if (count === 0 || first === 0) reader.fail("holds no entry that a log could have");
  const runs = readOrder(readSection(reader, "order", BLOCK_LIMITS.sectionBytes), count);
  const tracks = TRACKS.map((track, index) => {
    const section = readSection(reader, `${track} track`, BLOCK_LIMITS.sectionBytes);
    const rows = readColumns(section, tally(runs, index), base);
    section.end();
    return rows;
  });
  return interleave(reader, runs, tracks, first);
}

function readOrder(section: ByteReader, count: number): number[] {
  const runs: number[] = [];
  for (let left = count; left > 0; left -= runs.at(-1) as number) {
    const run = section.varint(left);
    if (run === 0 && runs.length > 0) section.fail("holds an empty run");
    runs.push(run);
  }
  section.end();
  return runs;
}

/** How many entries of the track the runs speak of. */
function tally(runs: readonly number[], track: number): number {
  return runs.reduce((sum, run, index) => (index % TRACKS.length === track ? sum + run : sum), 0);
}

function interleave(
  reader: ByteReader,
  runs: readonly number[],
  tracks: readonly (readonly Row[])[],
  first: number,
): Entry[] {
  const entries: Entry[] = [];
  const rows = tracks.map((track) => track.values());
  let last = 0;
  runs.forEach((run, index) => {
    for (let left = run; left > 0; left--) {
      const row = rows[index % TRACKS.length]?.next().value as Row;
      if (row.at < last) reader.fail("holds entries whose time runs backwards");
      last = row.at;
      entries.push({
        seq: (first + entries.length) as Seq,
        at: row.at as Millis,
        by: row.by as MemberId,
        clientSeq: row.clientSeq,
        signal: row.signal,
      });
    }
  });
  return entries;
}
