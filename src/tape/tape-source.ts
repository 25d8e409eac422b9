import type { BlockRef, KeyframeRef, Timeline, TimeRange } from "./timeline.js";

/** Where a tape's bytes come from: memory, a database, HTTP, one file behind range requests. */
export interface TapeSource {
  /** The index; of the given stretch of time when one is named. Rejects with `not-found` for a room that never was. */
  timeline(range?: TimeRange): Promise<Timeline>;
  /** The block with exactly the entries `ref.first` to `ref.last`, encoded as block.ts says. */
  block(ref: Pick<BlockRef, "first" | "last">, signal?: AbortSignal): Promise<Uint8Array>;
  /** The keyframe right after the entry `ref.seq`, encoded as keyframe.ts says. */
  keyframe(ref: Pick<KeyframeRef, "seq">, signal?: AbortSignal): Promise<Uint8Array>;
}
