import type { MemberId } from "../signal/ids.js";
import { trackOf } from "../signal/signal.js";
import { decodeBlock } from "./block.js";
import { decodeDocument } from "./sealed/document-part.js";
import type { TapeFetcher } from "./tape-source.js";
import type { BlockRef } from "./timeline.js";

/** Who did something to the document and when, column by column, in order; `times` in wall time, milliseconds. */
export interface Doings {
  readonly authors: ArrayLike<MemberId>;
  readonly times: ArrayLike<number>;
}

/**
 * What people did in a block. Of a stroke that was sealed only its begin and its end count, so that its ink need not be
 * fetched. Rejects as the fetcher does, and with `tape-damaged` or `unsupported-version`.
 */
export async function doingsOf(fetcher: TapeFetcher, ref: BlockRef, signal?: AbortSignal): Promise<Doings> {
  if (ref.parts) {
    const { ops } = decodeDocument(await fetcher.part(ref, "document", signal));
    return { authors: ops.authors as ArrayLike<number> as ArrayLike<MemberId>, times: ops.times };
  }
  const entries = decodeBlock(await fetcher.block(ref, signal)).filter(
    ({ signal: done }) => trackOf(done) === "document",
  );
  return { authors: entries.map(({ by }) => by), times: entries.map(({ at }) => at) };
}
