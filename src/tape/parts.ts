import type { BlockRef, KeyframeRef } from "./timeline.js";

/** One thing of a tape that can be fetched by itself. */
export type TapePart =
  { readonly type: "block"; readonly ref: BlockRef } | { readonly type: "keyframe"; readonly ref: KeyframeRef };

/** A part's name: the same name, the same content for ever. */
export function partKey(part: TapePart): string {
  return part.type === "block" ? blockKey(part.ref) : keyframeKey(part.ref);
}

export function blockKey({ first, last }: Pick<BlockRef, "first" | "last">): string {
  return `block ${first}-${last}`;
}

export function keyframeKey({ seq }: Pick<KeyframeRef, "seq">): string {
  return `keyframe ${seq}`;
}

/** Gets the bytes of parts: a `TapeSource` as it is, or one behind a cache. Rejects with an `AbortError` when aborted. */
export interface TapeFetcher {
  block(ref: BlockRef, signal?: AbortSignal): Promise<Uint8Array>;
  keyframe(ref: KeyframeRef, signal?: AbortSignal): Promise<Uint8Array>;
}

/** Fetches any part. */
export function fetchPart(fetcher: TapeFetcher, part: TapePart, signal?: AbortSignal): Promise<Uint8Array> {
  return part.type === "block" ? fetcher.block(part.ref, signal) : fetcher.keyframe(part.ref, signal);
}
