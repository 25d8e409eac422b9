import type { Entry } from "../../signal/entry.js";
import { InktapeError } from "../../signal/errors.js";
import { BLOCK_LIMITS } from "../block.js";
import { encodeBlock } from "../encode-block.js";
import { damaged } from "../envelope.js";
import { decodeTimeline } from "../index-bytes.js";
import { openBlock } from "../open-block.js";
import { blockKey, keyframeKey, partKey, partsOf } from "../parts.js";
import type { EntryRange, TapeSource } from "../tape-source.js";
import { timelineWithin } from "../timeline-within.js";
import { decodeAssetTable, type AssetRef } from "./assets.js";
import { checkHeader, FOOTER_SIZE, readFooter } from "./footer.js";
import { HEADER_SIZE, layoutOf, type FileLayout } from "./layout.js";
import { PartFetcher } from "./part-fetcher.js";
import type { RangeReader } from "./ranges.js";

/** So much of a file's end is read first: the footer, and mostly the whole index. */
const END_BYTES = 16 * 1024;
/** The longest index and asset table that are read: many times what a year of a busy room takes. */
const MAX_INDEX_BYTES = 64 << 20;

/** An `.inktape` file that is open. */
export interface TapeFile extends TapeSource {
  /** What the file holds besides the tape. */
  readonly assets: readonly AssetRef[];
  /** The bytes of an asset, as they are; nobody has checked them against its name. Rejects with `not-found`. */
  asset(hash: string, signal?: AbortSignal): Promise<Uint8Array>;
}

/**
 * Opens a tape that is one file, by one read of its end, and a second one when its index is long. Each part is read when
 * it is asked for, together with its neighbours that are asked for at the same moment.
 *
 * Rejects with `tape-damaged` or `unsupported-version`, and with what the reader rejects with.
 */
export async function openTapeFile(reader: RangeReader, signal?: AbortSignal): Promise<TapeFile> {
  const end = await reader.read({ suffix: END_BYTES }, signal);
  const footer = readFooter(end);
  const { tableAt, tableLength, indexLength } = footer;
  const length = tableLength + indexLength;
  if (length > MAX_INDEX_BYTES) throw damaged("file", `says that its index has ${length} bytes, which cannot be`);
  const size = tableAt + length + FOOTER_SIZE;
  if (size < end.length || (size > end.length && end.length < END_BYTES)) {
    throw damaged("file", `has ${end.length} bytes where its footer speaks of ${size}: it was cut or put together`);
  }
  const endAt = size - end.length;
  const tail = endAt <= tableAt ? end.subarray(tableAt - endAt) : await readTail(reader, tableAt, endAt, end, signal);
  const assets = decodeAssetTable(tail.subarray(0, tableLength));
  const timeline = decodeTimeline(tail.subarray(tableLength, length));
  const layout = layoutOf(timeline);
  const assetBytes = assets.reduce((sum, asset) => sum + asset.bytes, 0);
  if (layout.end + assetBytes !== tableAt) {
    throw damaged("file", `has ${tableAt - HEADER_SIZE} bytes of parts where its index speaks of others`);
  }
  if (endAt === 0) checkHeader(end.subarray(0, HEADER_SIZE), "beginning");
  const fetcher = new PartFetcher(reader, layout);
  fetcher.keep(end, endAt);

  return {
    assets,
    timeline: async (range) => timelineWithin(timeline, range),
    block: (ref, signal) => wholeBlock(ref, layout, fetcher, signal),
    async part(ref, part, signal) {
      const sealed = refOf(layout, ref)?.parts;
      if (sealed?.[part] === 0) return new Uint8Array(0);
      return (await fetcher.fetch(blockKey(ref, part), signal)) ?? fail(`the ${blockKey(ref, part)}`);
    },
    async keyframe(ref, signal) {
      return (await fetcher.fetch(keyframeKey(ref), signal)) ?? fail(`the ${keyframeKey(ref)}`);
    },
    async asset(hash, signal) {
      let from = layout.end;
      for (const asset of assets) {
        if (asset.hash === hash) return readAll(reader, from, from + asset.bytes, signal);
        from += asset.bytes;
      }
      return fail(`an asset of the name ${hash}`);
    },
  };
}

/** The asset table and the index, of which the file's end has only the last bytes. */
async function readTail(
  reader: RangeReader,
  from: number,
  to: number,
  end: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const begin = await readAll(reader, from, to, signal);
  const tail = new Uint8Array(begin.length + end.length);
  tail.set(begin);
  tail.set(end, begin.length);
  return tail;
}

async function readAll(reader: RangeReader, from: number, to: number, signal?: AbortSignal): Promise<Uint8Array> {
  const bytes = from === to ? new Uint8Array(0) : await reader.read({ from, to }, signal);
  if (bytes.length === to - from) return bytes;
  throw damaged("file", `ends after byte ${from + bytes.length}, before it should: it was cut off`);
}

/** A block as it is asked for from tapes that are not sealed: any run of entries. */
async function wholeBlock(
  ref: EntryRange,
  layout: FileLayout,
  fetcher: PartFetcher,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const stored = await fetcher.fetch(blockKey(ref), signal);
  if (stored) return stored;
  const length = ref.last - ref.first + 1;
  if (!(length >= 1 && length <= BLOCK_LIMITS.entries)) return fail(`the ${blockKey(ref)}`);
  const blocks = layout.parts.flatMap(({ part }) => {
    const isHead = part.type === "document" || part.type === "block";
    return isHead && part.ref.last >= ref.first && part.ref.first <= ref.last ? [part.ref] : [];
  });
  const entries: Entry[] = [];
  for (const block of blocks) {
    const parts = partsOf(block).map((part) => fetcher.fetch(partKey(part), signal) as Promise<Uint8Array>);
    entries.push(...openBlock(block, await Promise.all(parts)).entries);
  }
  const run = entries.filter(({ seq }) => seq >= ref.first && seq <= ref.last);
  return run.length === length ? encodeBlock(run) : fail(`the ${blockKey(ref)}`);
}

function refOf(layout: FileLayout, ref: EntryRange) {
  const part = layout.parts[layout.byKey.get(blockKey(ref, "document")) ?? -1]?.part;
  return part?.type === "document" ? part.ref : undefined;
}

function fail(what: string): never {
  throw new InktapeError("not-found", `The tape has not ${what}: ask for what its timeline names.`);
}
