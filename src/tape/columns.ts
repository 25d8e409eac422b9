import type { Signal } from "../signal/signal.js";
import type { ByteReader } from "../signal/wire/bytes.js";
import { readSignal } from "../signal/wire/signals.js";

/** What a track keeps of an entry: all but its seq, which follows from its place. */
export interface Row {
  readonly at: number;
  readonly by: number;
  readonly clientSeq: number;
  readonly signal: Signal;
}

const MAX_MEMBER = 2 ** 21 - 1;

/** Reads `count` rows of what {@link writeColumns} wrote. Throws `bad-bytes` or `too-large`. */
export function readColumns(section: ByteReader, count: number, base: number): Row[] {
  let last = base;
  const times = Array.from({ length: count }, () => {
    last += section.varint();
    return Number.isSafeInteger(last) ? last : section.fail("holds an entry beyond all time");
  });
  const authors = Array.from({ length: count }, () => section.varint(MAX_MEMBER));
  const counts = new Map<number, number>();
  const clientSeqs = authors.map((by) => {
    const clientSeq = (counts.get(by) ?? 0) + section.zigzag();
    if (!Number.isSafeInteger(clientSeq) || clientSeq < 0) section.fail("holds an entry with an impossible count");
    counts.set(by, clientSeq);
    return clientSeq;
  });
  return authors.map((by, index) => ({
    at: times[index] as number,
    by,
    clientSeq: clientSeqs[index] as number,
    signal: readSignal(section),
  }));
}
