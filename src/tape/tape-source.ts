import type { Seq } from "../signal/ids.js";
import type { BlockPart, BlockRef, KeyframeRef, Timeline, TimeRange } from "./timeline.js";

/** Where a tape's bytes come from: memory, a database, HTTP, one file behind range requests. */
export interface TapeSource extends TapeFetcher {
  /** The index; of the given stretch of time when one is named. Rejects with `not-found` for a room that never was. */
  timeline(range?: TimeRange): Promise<Timeline>;
  /** The sealed blocks in which the entries stand, for a source that knows them without its whole index. */
  blocksOf?(seqs: Iterable<Seq>): Promise<readonly BlockRef[]>;
}

/** Gets the bytes of parts: a {@link TapeSource} as it is, or one behind a cache. Rejects with an `AbortError` when aborted. */
export interface TapeFetcher {
  /** Exactly the entries `ref.first` to `ref.last`, sealed or not, whole, encoded as block.ts says. */
  block(ref: EntryRange, signal?: AbortSignal): Promise<Uint8Array>;
  /**
   * A part of the sealed block of exactly the entries `ref.first` to `ref.last`. Rejects with `not-found` when no such
   * block is sealed (any more: it may have become part of a longer one); then its entries still come whole. Ink may come in
   * another form than the timeline had when it was read, and so in another size: it reads the same.
   */
  part(ref: EntryRange, part: BlockPart, signal?: AbortSignal): Promise<Uint8Array>;
  /** The keyframe right after the entry `ref.seq`, encoded as keyframe.ts says. */
  keyframe(ref: Pick<KeyframeRef, "seq">, signal?: AbortSignal): Promise<Uint8Array>;
}

/** A run of entries, both ends included. */
export type EntryRange = Pick<BlockRef, "first" | "last">;
