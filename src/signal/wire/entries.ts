import type { Entry } from "../entry.js";
import type { MemberId, Millis, Seq } from "../ids.js";
import { LIMITS } from "../limits.js";
import { ByteReader } from "./bytes.js";
import { ByteWriter } from "./byte-writer.js";
import { readSignal } from "./signals.js";
import { writeSignal } from "./write-signal.js";

/** The smallest an entry can be: seq step, time step, author, count, kind, length. */
const MIN_ENTRY_BYTES = 6;

/** Entries one after another, each told by its difference from the one before. The format's owner writes the version. */
export function writeEntries(writer: ByteWriter, entries: readonly Entry[]): void {
  writer.varint(entries.length);
  let [seq, at] = [0, 0];
  for (const entry of entries) {
    writer.varint(entry.seq - seq);
    writer.varint(entry.at - at);
    writer.varint(entry.by);
    writer.varint(entry.clientSeq);
    writeSignal(writer, entry.signal);
    [seq, at] = [entry.seq, entry.at];
  }
}

/** Reads entries; refuses more than `max`, and seqs that do not rise. */
export function readEntries(reader: ByteReader, max: number): Entry[] {
  const count = reader.varint(max);
  if (count * MIN_ENTRY_BYTES > reader.left) reader.fail(`announces ${count} entries, more than its bytes can hold`);
  const entries: Entry[] = [];
  let [seq, at] = [0, 0];
  for (let index = 0; index < count; index++) {
    const step = reader.varint();
    if (step === 0) reader.fail("holds two entries of one place");
    seq += step;
    at += reader.varint();
    if (!Number.isSafeInteger(seq) || !Number.isSafeInteger(at)) reader.fail("holds an entry beyond all time");
    const by = reader.varint(2 ** 21 - 1) as MemberId;
    const clientSeq = reader.varint();
    entries.push({ seq: seq as Seq, at: at as Millis, by, clientSeq, signal: readSignal(reader) });
  }
  return entries;
}

/** {@link writeEntries} into bytes of their own. */
export function encodeEntries(entries: readonly Entry[]): Uint8Array {
  const writer = new ByteWriter();
  writeEntries(writer, entries);
  return writer.finish();
}

/** Reads what {@link encodeEntries} made. Throws `bad-bytes` or `too-large`. */
export function decodeEntries(bytes: Uint8Array, max: number = LIMITS.frameSignals): Entry[] {
  const reader = new ByteReader(bytes, "entries");
  const entries = readEntries(reader, max);
  reader.end();
  return entries;
}
