import { decodePart } from "./decode.js";
import { damaged } from "./envelope.js";
import { LoadedBlock } from "./loaded-block.js";
import { partsOf } from "./parts.js";
import type { BlockRef } from "./timeline.js";

/**
 * Opens a block whose bytes are all at hand, in the order of {@link partsOf}. Throws `tape-damaged` when they are not
 * what the index says of the block.
 */
export function openBlock(ref: BlockRef, bytes: readonly Uint8Array[]): LoadedBlock {
  let block = LoadedBlock.of(ref);
  partsOf(ref).forEach(({ type }, index) => {
    block = block.with(decodePart(type, bytes[index] ?? new Uint8Array(0)));
  });
  const { entries } = block;
  const [first, last] = [entries[0], entries.at(-1)];
  if (first?.seq === ref.first && last?.seq === ref.last && first.at === ref.from && last.at === ref.to) return block;
  throw damaged("block", `of entries ${ref.first} to ${ref.last} holds others than the index says`);
}
