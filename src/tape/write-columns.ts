import type { Entry } from "../signal/entry.js";
import { ByteWriter } from "../signal/wire/byte-writer.js";
import { writeSignal } from "../signal/wire/write-signal.js";

/**
 * Writes the entries of one track column by column, because a column's values are alike: times as differences from the
 * one before (the first from `base`), authors, each author's counts as differences from its one before, and then the
 * signals as they are on the wire.
 */
export function writeColumns(entries: readonly Entry[], base: number): Uint8Array {
  const writer = new ByteWriter();
  let last = base;
  for (const { at } of entries) {
    writer.varint(at - last);
    last = at;
  }
  for (const { by } of entries) writer.varint(by);
  const counts = new Map<number, number>();
  for (const { by, clientSeq } of entries) {
    writer.zigzag(clientSeq - (counts.get(by) ?? 0));
    counts.set(by, clientSeq);
  }
  for (const { signal } of entries) writeSignal(writer, signal);
  return writer.finish();
}
