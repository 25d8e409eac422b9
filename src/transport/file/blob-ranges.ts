import type { RangeReader } from "../../tape/file/ranges.js";

/** Reads pieces of a Blob: a file that somebody chose or dropped. */
export function blobRanges(blob: Blob): RangeReader {
  return {
    async read(range, signal) {
      const [from, to] =
        "suffix" in range ? [Math.max(0, blob.size - range.suffix), blob.size] : [range.from, range.to];
      const bytes = await blob.slice(from, to).arrayBuffer();
      signal?.throwIfAborted();
      return new Uint8Array(bytes);
    },
  };
}
