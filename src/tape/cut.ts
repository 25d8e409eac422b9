import type { Entry } from "../signal/entry.js";
import { trackOf } from "../signal/signal.js";
import { ByteWriter } from "../signal/wire/bytes.js";
import { writeSignal } from "../signal/wire/signals.js";

/** A block is full at this many entries, or when their signals take this many bytes on the wire. */
export const BLOCK_FULL = { entries: 2048, bytes: 64 * 1024 } as const;

/** How many entries a piece of the unsealed end has, so that following a live room fetches little again and again. */
const PIECE_ENTRIES = 256;

/** Bytes of signals, by track. */
export interface Weight {
  readonly document: number;
  readonly presence: number;
}

// A live room's index is asked for by every viewer every second, and its end weighed each time.
const weights = new WeakMap<Entry, Weight>();

/** What the entry's signal takes on the wire. */
export function weigh(entry: Entry): Weight {
  const known = weights.get(entry);
  if (known) return known;
  const writer = new ByteWriter();
  writeSignal(writer, entry.signal);
  const isDocument = trackOf(entry.signal) === "document";
  const weight = { document: isDocument ? writer.length : 0, presence: isDocument ? 0 : writer.length };
  weights.set(entry, weight);
  return weight;
}

/**
 * Cuts entries that stand in no block yet into pieces that can be fetched. A piece ends where entries are missing
 * (recording was off there), and when it has enough; so all pieces but the last stay the same while entries come in.
 */
export function cutTail(entries: readonly Entry[]): Entry[][] {
  const pieces: Entry[][] = [];
  let bytes = 0;
  for (const entry of entries) {
    const piece = pieces.at(-1);
    const last = piece?.at(-1);
    const isFull = !piece || piece.length >= PIECE_ENTRIES || bytes >= BLOCK_FULL.bytes;
    if (isFull || last?.seq !== entry.seq - 1) {
      pieces.push([entry]);
      bytes = 0;
    } else {
      piece.push(entry);
    }
    const { document, presence } = weigh(entry);
    bytes += document + presence;
  }
  return pieces;
}
