/** Bytes from the place `from` up to but not with `to`, or the last so many bytes: all of a shorter file. */
export type ByteRange = { readonly from: number; readonly to: number } | { readonly suffix: number };

/** Reads pieces of one file: behind HTTP, in a Blob, on a disk. */
export interface RangeReader {
  /**
   * The bytes there; fewer when the file ends before. Rejects with an InktapeError when the file cannot be read, with an
   * `AbortError` when aborted.
   */
  read(range: ByteRange, signal?: AbortSignal): Promise<Uint8Array>;
}

/** A reader of bytes that are at hand. */
export function bytesReader(bytes: Uint8Array): RangeReader {
  return {
    read: async (range) =>
      "suffix" in range ? bytes.slice(Math.max(0, bytes.length - range.suffix)) : bytes.slice(range.from, range.to),
  };
}
