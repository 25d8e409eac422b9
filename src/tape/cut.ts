import type { Entry } from "../signal/entry.js";
import { pointCount } from "../signal/ink.js";
import { ByteWriter } from "../signal/wire/byte-writer.js";
import { writeSignal } from "../signal/wire/write-signal.js";
import { PAUSE_MS } from "./timeline.js";

/**
 * A block is full at so many points of ink, entries, or milliseconds of activity, or when its signals take so many
 * bytes on the wire. Shorter blocks cost bytes, since each learns its writers' hands anew; longer ones cost time to open.
 */
export const BLOCK_FULL = { points: 16_000, entries: 8192, activeMs: 600_000, bytes: 512 * 1024 } as const;

/** How many entries a piece of the unsealed end has, so that following a live room fetches little again and again. */
const PIECE_ENTRIES = 256;
const PIECE_BYTES = 64 * 1024;
/** A cursor or camera on the wire, roughly. */
const PRESENCE_BYTES = 12;
/** A point on the wire, roughly. */
const POINT_BYTES = 4;

/** How full a block is. */
export class Load {
  entries = 0;
  points = 0;
  bytes = 0;
  activeMs = 0;
  #lastAt: number | null = null;

  add(entry: Entry): void {
    const { signal, at } = entry;
    this.entries += 1;
    this.points += signal.type === "ink.append" ? pointCount(signal.points) : 0;
    this.bytes += weigh(entry);
    this.activeMs += this.#lastAt === null ? 0 : Math.min(at - this.#lastAt, PAUSE_MS);
    this.#lastAt = at;
  }

  /** True when the block should be sealed. `share` of 1.25 asks whether it is fuller than full by a quarter. */
  isFull(share = 1): boolean {
    return (
      this.entries >= BLOCK_FULL.entries * share ||
      this.points >= BLOCK_FULL.points * share ||
      this.activeMs >= BLOCK_FULL.activeMs * share ||
      this.bytes >= BLOCK_FULL.bytes * share
    );
  }
}

/** What the entry's signal takes on the wire, roughly for those that come by the thousand. */
export function weigh({ signal }: Entry): number {
  if (signal.type === "cursor" || signal.type === "camera") return PRESENCE_BYTES;
  if (signal.type === "ink.append") return pointCount(signal.points) * POINT_BYTES;
  const writer = new ByteWriter();
  writeSignal(writer, signal);
  return writer.length;
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
    const isFull = !piece || piece.length >= PIECE_ENTRIES || bytes >= PIECE_BYTES;
    if (isFull || last?.seq !== entry.seq - 1) {
      pieces.push([entry]);
      bytes = 0;
    } else {
      piece.push(entry);
    }
    bytes += weigh(entry);
  }
  return pieces;
}
