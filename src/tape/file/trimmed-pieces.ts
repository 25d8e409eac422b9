import type { Board } from "../../board/board.js";
import { isInktapeError } from "../../signal/errors.js";
import type { Millis } from "../../signal/ids.js";
import { decodeBlock } from "../block.js";
import { boardAt } from "../board-at.js";
import { TapeBuilder } from "../build.js";
import { damaged } from "../envelope.js";
import { decodeKeyframe } from "../keyframe.js";
import { loadAllInk } from "../load-ink.js";
import { openBlock } from "../open-block.js";
import { fetchPart, partsOf } from "../parts.js";
import type { TapePieces } from "../pieces.js";
import type { TapeSource } from "../tape-source.js";
import type { BlockRef, KeyframeRef, TimeRange } from "../timeline.js";

/**
 * A new tape of a stretch of time: the board right before it, and the entries in it, both ends included. Of what was
 * before and after, nothing is in it but that board. Rejects with `tape-damaged` when any of it cannot be read.
 */
export async function* trimmedPieces(source: TapeSource, range: TimeRange): TapePieces {
  const { room, created, blocks, keyframes } = await source.timeline(range);
  const builder = new TapeBuilder();
  yield* builder.begin(await boardAt(source, (range.from - 1) as Millis));
  for (const ref of blocks.filter(({ from, to }) => to >= range.from && from <= range.to)) {
    const entries = (await entriesOf(source, ref)).filter(({ at }) => at >= range.from && at <= range.to);
    const before = (entries[0]?.seq ?? 0) - 1;
    if (before > builder.board.seq) yield* builder.begin(await keptBoard(source, keyframes, before));
    yield* builder.add(entries);
  }
  yield* builder.end();
  return builder.timeline(room, Math.max(created, range.from) as Millis);
}

/** The board where recording goes on after it was off. */
async function keptBoard(source: TapeSource, keyframes: readonly KeyframeRef[], seq: number): Promise<Board> {
  const ref = keyframes.find((keyframe) => keyframe.seq === seq);
  if (!ref) throw damaged("tape", `has neither entry ${seq} nor a keyframe there`);
  const board = decodeKeyframe(await source.keyframe(ref));
  await loadAllInk(board, source, () => undefined);
  return board;
}

async function entriesOf(source: TapeSource, ref: BlockRef) {
  if (ref.bytes > 0) {
    try {
      return openBlock(ref, await Promise.all(partsOf(ref).map((part) => fetchPart(source, part)))).entries;
    } catch (error) {
      if (!isInktapeError(error, "not-found")) throw error;
    }
  }
  return decodeBlock(await source.block(ref));
}
