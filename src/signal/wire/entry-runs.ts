import type { Entry } from "../entry.js";
import type { MemberId, Millis, Seq } from "../ids.js";
import { LIMITS } from "../limits.js";
import type { ByteReader } from "./bytes.js";
import type { ByteWriter } from "./byte-writer.js";
import { readFollowing, strokeOf, writeFollowing } from "./following.js";

/** Where a log is: the place and the time of an entry. */
export interface Mark {
  readonly seq: Seq;
  readonly at: Millis;
}

/** Before all entries. */
export const START: Mark = { seq: 0 as Seq, at: 0 as Millis };

/** Where a log is after some more of its entries. */
export function markAfter(entries: readonly Entry[], before: Mark | null): Mark | null {
  const last = entries.at(-1);
  return last ? { seq: last.seq, at: last.at } : before;
}

/**
 * Writes entries of a frame, to its end, in runs: what one member said in one go stands together, with one time, places
 * and counts that follow one another, and one head. The head: twice the length of the run, and 1 more when its first
 * place does not follow the one before; then, if so, the step between them; the time since the one before; author; count
 * of the first.
 *
 * @param after the entry before, which the reader must know.
 */
export function writeRuns(writer: ByteWriter, entries: readonly Entry[], after: Mark): void {
  let { seq, at } = after;
  for (let from = 0, to = 0; from < entries.length; from = to) {
    const first = entries[from] as Entry;
    to = endOf(entries, from);
    const step = first.seq - seq;
    writer.varint(2 * (to - from) + (step === 1 ? 0 : 1));
    if (step !== 1) writer.varint(step);
    writer.varint(first.at - at);
    writer.varint(first.by);
    writer.varint(first.clientSeq);
    let stroke = null;
    for (const { signal } of entries.slice(from, to)) {
      writeFollowing(writer, signal, stroke);
      stroke = strokeOf(signal);
    }
    ({ seq, at } = entries[to - 1] as Entry);
  }
}

/**
 * Reads what {@link writeRuns} wrote after the same entry; refuses more than a frame may hold, and places that do not
 * rise.
 */
export function readRuns(reader: ByteReader, after: Mark): Entry[] {
  const entries: Entry[] = [];
  let [seq, at]: [number, number] = [after.seq, after.at];
  while (reader.left > 0) {
    const head = reader.varint(2 * LIMITS.frameSignals + 1);
    const count = Math.floor(head / 2);
    if (count === 0) reader.fail("holds a run of no entries");
    if (entries.length + count > LIMITS.frameSignals) reader.fail(`holds more than ${LIMITS.frameSignals} entries`);
    const step = head % 2 === 0 ? 1 : reader.varint();
    if (step === 0) reader.fail("holds two entries of one place");
    at += reader.varint();
    const by = reader.varint(2 ** 21 - 1) as MemberId;
    const clientSeq = reader.varint();
    const last = seq + step + count;
    if (![last, at, clientSeq + count].every(Number.isSafeInteger)) reader.fail("holds an entry beyond all time");
    seq += step - 1;
    let stroke = null;
    for (let index = 0; index < count; index++) {
      const signal = readFollowing(reader, stroke);
      seq += 1;
      entries.push({ seq: seq as Seq, at: at as Millis, by, clientSeq: clientSeq + index, signal });
      stroke = strokeOf(signal);
    }
  }
  return entries;
}

/** Where the run ends that begins there. */
function endOf(entries: readonly Entry[], from: number): number {
  const first = entries[from] as Entry;
  let to = from + 1;
  for (; to < entries.length; to++) {
    const { seq, at, by, clientSeq } = entries[to] as Entry;
    const ahead = to - from;
    const goesOn = seq === first.seq + ahead && at === first.at && by === first.by;
    if (!goesOn || clientSeq !== first.clientSeq + ahead) break;
  }
  return to;
}
