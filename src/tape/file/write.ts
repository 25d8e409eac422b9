import { encodeTimeline } from "../index-bytes.js";
import { partKey, partsOf } from "../parts.js";
import type { TapePiece, TapePieces } from "../pieces.js";
import type { TapeSource } from "../tape-source.js";
import type { Timeline } from "../timeline.js";
import { encodeAssetTable, type AssetRef } from "./assets.js";
import { writeFooter, writeHeader } from "./footer.js";
import { layoutOf, partsInOrder } from "./layout.js";
import { sealedPieces } from "./sealed-pieces.js";

/** Takes the bytes of a file, one after another; each waits for the one before. */
export type Sink = (bytes: Uint8Array) => void | Promise<void>;

/** A file that goes with a tape. */
export interface Asset extends AssetRef {
  /** Its bytes, or what gets them when they are to be written: not all need be in memory at once. */
  readonly content: Uint8Array | (() => Promise<Uint8Array>);
}

/** The pieces of the group under way. */
interface Group {
  keyframe: (TapePiece & { type: "keyframe" }) | null;
  readonly blocks: (TapePiece & { type: "block" })[];
}

/**
 * Writes the whole tape of a source as one `.inktape` file; what is not sealed yet is sealed. Holds no more of it in
 * memory than what stands between two keyframes. Resolves with the index that the file has.
 */
export function writeTapeFile(source: TapeSource, sink: Sink, assets: readonly Asset[] = []): Promise<Timeline> {
  return writePieces(sealedPieces(source), sink, assets);
}

/**
 * Writes the pieces of a tape as one file.
 *
 * @param given the files that go with it, or what finds them once all pieces are written.
 */
export async function writePieces(
  pieces: TapePieces,
  sink: Sink,
  given: readonly Asset[] | (() => Promise<readonly Asset[]>) = [],
): Promise<Timeline> {
  await sink(writeHeader());
  let group: Group = { keyframe: null, blocks: [] };
  let step = await pieces.next();
  for (; !step.done; step = await pieces.next()) {
    if (step.value.type === "block") group.blocks.push(step.value);
    else {
      await writeGroup(group, sink);
      group = { keyframe: step.value, blocks: [] };
    }
  }
  await writeGroup(group, sink);
  const timeline = step.value;
  const assets = typeof given === "function" ? await given() : given;
  for (const { content } of assets) await sink(typeof content === "function" ? await content() : content);
  const table = encodeAssetTable(assets);
  const index = encodeTimeline(timeline);
  await sink(table);
  await sink(index);
  const assetBytes = assets.reduce((sum, { bytes }) => sum + bytes, 0);
  const tableAt = layoutOf(timeline).end + assetBytes;
  await sink(writeFooter({ tableAt, tableLength: table.length, indexLength: index.length }));
  return timeline;
}

async function writeGroup({ keyframe, blocks }: Group, sink: Sink): Promise<void> {
  const bytes = new Map<string, Uint8Array>();
  if (keyframe) bytes.set(partKey(keyframe), keyframe.bytes);
  for (const block of blocks) partsOf(block.ref).forEach((part, at) => bytes.set(partKey(part), block.bytes[at]!));
  const { head, ends } = partsInOrder({ keyframe: keyframe?.ref ?? null, blocks: blocks.map(({ ref }) => ref) });
  for (const part of [...head, ...ends.flat()]) await sink(bytes.get(partKey(part)) as Uint8Array);
}
