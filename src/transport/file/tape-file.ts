import { InktapeError } from "../../signal/errors.js";
import { openTapeFile, type TapeFile } from "../../tape/file/open.js";
import type { RangeReader } from "../../tape/file/ranges.js";
import type { TapeSource } from "../../tape/tape-source.js";
import type { AssetStore } from "../assets.js";
import { assetsInFile } from "./assets.js";
import { blobRanges } from "./blob-ranges.js";
import { httpRanges, type Fetch, type OnProgress } from "./http-ranges.js";

/** Where a tape's file is. */
export interface TapeFileOptions {
  /** An address, which in a page may be relative to it, or a file that somebody chose. */
  readonly src: string | URL | Blob;
  /** What fetches. Default the platform's own. */
  readonly fetch?: Fetch | undefined;
  /** Told how many bytes have come, of how many, while a host that does not know ranges sends the whole file. */
  readonly onProgress?: OnProgress | undefined;
}

/** A recording that is one file, with its pictures. */
export interface TapeFileSource extends TapeSource {
  readonly assets: AssetStore;
}

/**
 * A tape that is one `.inktape` file, on any web server or at hand. Opened when it is first asked for something; of a
 * server it reads only what is played.
 *
 * Its calls reject with `not-found`, `offline`, `tape-damaged` or `unsupported-version`; all but `tape-damaged` and
 * `unsupported-version` may be tried again. Throws `bad-argument` for an address that is none.
 */
export function tapeFile({
  src,
  fetch = globalThis.fetch.bind(globalThis),
  onProgress,
}: TapeFileOptions): TapeFileSource {
  const reader: RangeReader = src instanceof Blob ? blobRanges(src) : httpRanges(addressOf(src), fetch, onProgress);
  let opening: Promise<TapeFile> | null = null;
  const open = () => {
    const file = (opening ??= openTapeFile(reader));
    file.catch(() => {
      if (opening === file) opening = null;
    });
    return file;
  };
  return {
    timeline: async (range) => (await open()).timeline(range),
    block: async (ref, signal) => (await open()).block(ref, signal),
    part: async (ref, part, signal) => (await open()).part(ref, part, signal),
    keyframe: async (ref, signal) => (await open()).keyframe(ref, signal),
    assets: assetsInFile(open),
  };
}

function addressOf(src: string | URL): string {
  const page = typeof location === "undefined" ? undefined : location.href;
  const address = URL.canParse(src, page) ? new URL(src, page) : null;
  if (address) return address.href;
  throw new InktapeError(
    "bad-argument",
    `"${String(src)}" is no address of a tape: give one like "https://host/lesson.inktape".`,
  );
}
