import { millisOf, type Moment } from "../player/track.js";
import type { Millis } from "../signal/ids.js";
import { notingAssets } from "../tape/file/named-assets.js";
import { sealedPieces } from "../tape/file/sealed-pieces.js";
import { trimmedPieces } from "../tape/file/trimmed-pieces.js";
import { type Asset, writePieces } from "../tape/file/write.js";
import type { TapeSource } from "../tape/tape-source.js";
import type { AssetStore } from "../transport/assets.js";

/** What of a recording becomes a file. */
export interface TapeFileWish {
  /** A transport's `tape(room)`. */
  readonly source: TapeSource;
  /** A transport's `assets(room)`; without it the file has no pictures. */
  readonly assets?: Pick<AssetStore, "get"> | undefined;
  /** The whole recording unless one of them says otherwise; else what was on the board before is there from the beginning. */
  readonly from?: Moment | undefined;
  readonly to?: Moment | undefined;
  /** Stops it: rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Hears once which pictures could not be had; where they belong is what a board shows in their place. */
  readonly onMissing?: ((assets: readonly string[]) => void) | undefined;
}

/**
 * A recording, or a stretch of it, as one `.inktape` file with the pictures it speaks of, made in this program and so
 * over any transport; of a room that goes on, as it is now. Rejects with what the source says, and with `bad-argument`
 * for moments that are none.
 */
export async function exportTape({ source, from, to, signal, ...rest }: TapeFileWish): Promise<Blob> {
  const [start, end] = [millisOf(from, "from"), millisOf(to, "to")];
  const isWhole = start === undefined && end === undefined;
  const range = { from: (start ?? 0) as Millis, to: (end ?? Number.MAX_SAFE_INTEGER) as Millis };
  const names = new Set<string>();
  const chunks: BlobPart[] = [];
  const sink = (bytes: Uint8Array) => {
    signal?.throwIfAborted();
    chunks.push(bytes as Uint8Array<ArrayBuffer>);
  };
  const pieces = notingAssets(isWhole ? sealedPieces(source) : trimmedPieces(source, range), names);
  await writePieces(pieces, sink, () => assetsNamed(names, { ...rest, signal }));
  return new Blob(chunks, { type: "application/octet-stream" });
}

async function assetsNamed(
  names: Iterable<string>,
  { assets, onMissing, signal }: Omit<TapeFileWish, "source">,
): Promise<readonly Asset[]> {
  const found: Asset[] = [];
  const missing: string[] = [];
  for (const hash of names) {
    const asset = await assets?.get(hash, signal).catch((error: unknown) => {
      if (signal?.aborted) throw error;
      return null;
    });
    if (asset) found.push({ hash, mediaType: asset.mediaType, bytes: asset.bytes.length, content: asset.bytes });
    else missing.push(hash);
  }
  if (missing.length > 0) onMissing?.(missing);
  return found;
}
