import type { MutableBoard } from "../board/board.js";
import type { Seq } from "../signal/ids.js";
import { isInktapeError } from "../signal/errors.js";
import type { InkPoints } from "../signal/ink.js";
import { decodePart } from "./decode.js";
import { loadInk, storedSeqs } from "./board-ink.js";
import { LoadedBlock } from "./loaded-block.js";
import { lastIndexWhere } from "./search.js";
import type { TapeSource } from "./tape-source.js";
import type { BlockRef } from "./timeline.js";

/**
 * Puts all stored ink into a board of one's own, from the tape that keeps it. Ink that the tape has not or that is damaged
 * stays stored.
 *
 * @param found is told of each stroke's points and after which entry the tape keeps them.
 */
export async function loadAllInk(
  board: Pick<MutableBoard, "branches">,
  source: TapeSource,
  found: (points: InkPoints, seq: Seq) => void,
): Promise<void> {
  const seqs = storedSeqs(board);
  if (seqs.size === 0) return;
  const blocks = (await source.blocksOf?.(seqs)) ?? (await source.timeline()).blocks;
  const blockOf = (seq: Seq) => blocks[lastIndexWhere(blocks, ({ first }) => first <= seq)];
  const wanted = new Set([...seqs].map(blockOf));
  for (const ref of wanted) {
    const block = ref && (await openBlock(source, ref));
    if (!block) continue;
    loadInk(board, (id, seq) => {
      const points = blockOf(seq) === ref ? block.inkOf(id, seq) : undefined;
      if (points) found(points, seq);
      return points;
    });
  }
}

async function openBlock(source: TapeSource, ref: BlockRef): Promise<LoadedBlock | null> {
  try {
    let block = LoadedBlock.of(ref);
    for (const type of ref.parts ? (["document", "ink"] as const) : (["block"] as const)) {
      const bytes = type === "block" ? await source.block(ref) : await source.part(ref, type);
      block = block.with(decodePart(type, bytes));
    }
    return block;
  } catch (error) {
    if (isInktapeError(error)) return null;
    throw error;
  }
}
