import type { BlockRef, KeyframeRef, Timeline } from "./timeline.js";

/** What a tape is made of, in the order in which a file holds it: keyframes, each before the blocks after it. */
export type TapePiece =
  | { readonly type: "keyframe"; readonly ref: KeyframeRef; readonly bytes: Uint8Array }
  | {
      readonly type: "block";
      readonly ref: BlockRef;
      /** The block's parts, in the order of `partsOf(ref)`. */
      readonly bytes: readonly Uint8Array[];
    };

/** A tape, piece by piece, and its index in the end. */
export type TapePieces = AsyncGenerator<TapePiece, Timeline>;
