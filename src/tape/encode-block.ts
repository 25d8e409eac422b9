import type { Entry } from "../signal/entry.js";
import { trackOf, type Track } from "../signal/signal.js";
import { ByteWriter } from "../signal/wire/byte-writer.js";
import { checkOrder } from "./check-order.js";
import { writeColumns } from "./write-columns.js";
import { writeEnvelope } from "./write-envelope.js";
import { writeSection } from "./write-section.js";
import { BLOCK_LIMITS, CODEC, TRACKS } from "./block.js";

/**
 * Encodes a run of entries, complete in itself. The two tracks are apart, so that a reader may leave out the one it
 * does not need; how they were interleaved is kept exactly.
 *
 * Body: entry count, first seq, first time, then the sections "order" (lengths of the runs of one track, the document's
 * first), "document" and "presence" (see columns.ts).
 *
 * Throws `bad-argument` for no entries, too many, or entries that do not follow one another without a gap, `too-large`
 * for entries that are too large for one block.
 */
export function encodeBlock(entries: readonly Entry[]): Uint8Array {
  checkOrder(entries, BLOCK_LIMITS.entries);
  const first = entries[0] as Entry;
  const body = new ByteWriter();
  body.varint(entries.length);
  body.varint(first.seq);
  body.varint(first.at);
  writeSection(body, order(entries), BLOCK_LIMITS.sectionBytes);
  for (const track of TRACKS) {
    const own = entries.filter((entry) => trackOf(entry.signal) === track);
    writeSection(body, writeColumns(own, first.at), BLOCK_LIMITS.sectionBytes);
  }
  return writeEnvelope({ kind: "block", codec: CODEC, body: body.finish() });
}

function order(entries: readonly Entry[]): Uint8Array {
  const writer = new ByteWriter();
  let [track, run]: [Track, number] = ["document", 0];
  for (const { signal } of entries) {
    if (trackOf(signal) !== track) {
      writer.varint(run);
      [track, run] = [trackOf(signal), 0];
    }
    run++;
  }
  writer.varint(run);
  return writer.finish();
}
