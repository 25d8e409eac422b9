import type { Board, MutableBoard } from "../../board/board.js";
import type { Entry } from "../../signal/entry.js";
import { isInktapeError } from "../../signal/errors.js";
import { decodeBlock } from "../block.js";
import { damaged } from "../envelope.js";
import { decodeKeyframe } from "../keyframe.js";
import { loadAllInk } from "../load-ink.js";
import { openBlock } from "../open-block.js";
import { fetchPart, partsOf } from "../parts.js";
import type { TapeSource } from "../tape-source.js";
import type { BlockRef, KeyframeRef } from "../timeline.js";

/** The board where recording goes on after it was off, with all its ink; the caller's own. */
export async function keptBoard(
  source: TapeSource,
  keyframes: readonly KeyframeRef[],
  seq: number,
): Promise<Board & MutableBoard> {
  const ref = keyframes.find((keyframe) => keyframe.seq === seq);
  if (!ref) throw damaged("tape", `has neither entry ${seq} nor a keyframe there`);
  const board = decodeKeyframe(await source.keyframe(ref));
  await loadAllInk(board, source, () => undefined);
  return board;
}

/** The entries of a block, sealed or not. Rejects with `tape-damaged` when they cannot be read. */
export async function entriesOf(source: TapeSource, ref: BlockRef): Promise<readonly Entry[]> {
  if (ref.bytes > 0) {
    try {
      return openBlock(ref, await Promise.all(partsOf(ref).map((part) => fetchPart(source, part)))).entries;
    } catch (error) {
      if (!isInktapeError(error, "not-found")) throw error;
    }
  }
  return decodeBlock(await source.block(ref));
}
