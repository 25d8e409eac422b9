import type { BlockPart, BlockRef, Marker, TapeMember, TimeRange } from "./timeline.js";

/** What the index keeps of a block, so that a timeline is made without opening any. */
export interface BlockInfo extends BlockRef {
  readonly stretches: readonly TimeRange[];
  readonly markers: readonly Marker[];
  readonly members: readonly TapeMember[];
  /** True while its ink is plain, and to be refined when there is time. */
  readonly isPlain?: boolean;
}

/** A block ready to be stored. */
export interface SealedBlock {
  readonly info: BlockInfo;
  readonly parts: BlockBytes;
}

/** A sealed block's parts, encoded. */
export type BlockBytes = { readonly [part in BlockPart]: Uint8Array };
