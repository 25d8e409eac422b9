import type { EntryRange, TapeFetcher } from "./tape-source.js";
import { BLOCK_PARTS, type BlockPart, type BlockRef, type KeyframeRef } from "./timeline.js";

/** A whole block, or a part of a sealed one. */
export interface PartOfBlock {
  readonly type: "block" | BlockPart;
  readonly ref: BlockRef;
}

/** One thing of a tape that can be fetched by itself. */
export type TapePart = PartOfBlock | { readonly type: "keyframe"; readonly ref: KeyframeRef };

/** What there is of a block: its parts, but for those that are empty; or the block whole. */
export function partsOf(ref: BlockRef): readonly PartOfBlock[] {
  const { parts } = ref;
  return parts
    ? BLOCK_PARTS.filter((type) => parts[type] > 0).map((type) => ({ type, ref }))
    : [{ type: "block", ref }];
}

/** A part's name: the same name, the same content for ever. Only the bytes that say it change once, when plain ink is refined. */
export function partKey({ type, ref }: TapePart): string {
  return type === "keyframe" ? keyframeKey(ref) : blockKey(ref, type);
}

export function blockKey({ first, last }: EntryRange, part: "block" | BlockPart = "block"): string {
  return `${part} ${first}-${last}`;
}

export function keyframeKey({ seq }: Pick<KeyframeRef, "seq">): string {
  return `keyframe ${seq}`;
}

/** Fetches any part. */
export function fetchPart(fetcher: TapeFetcher, { type, ref }: TapePart, signal?: AbortSignal): Promise<Uint8Array> {
  if (type === "keyframe") return fetcher.keyframe(ref, signal);
  return type === "block" ? fetcher.block(ref, signal) : fetcher.part(ref, type, signal);
}
