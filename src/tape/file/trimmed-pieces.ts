import type { Millis } from "../../signal/ids.js";
import { boardAt } from "../board-at.js";
import { TapeBuilder } from "../build.js";
import type { TapePieces } from "../pieces.js";
import type { TapeSource } from "../tape-source.js";
import type { TimeRange } from "../timeline.js";
import { entriesOf, keptBoard } from "./pieces-of.js";

/**
 * A new tape of a stretch of time: the board right before it, and the entries in it, both ends included. Of what was
 * before and after, nothing is in it but that board. Rejects with `tape-damaged` when any of it cannot be read.
 *
 * @param builder makes the tape; it tells more of each piece.
 */
export async function* trimmedPieces(
  source: TapeSource,
  range: TimeRange,
  builder: TapeBuilder = new TapeBuilder(),
): TapePieces {
  const { room, created, blocks, keyframes } = await source.timeline(range);
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
