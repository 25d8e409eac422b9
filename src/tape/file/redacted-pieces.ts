import { EMPTY_BOARD } from "../../board/board.js";
import { TapeBuilder } from "../build.js";
import type { TapePieces } from "../pieces.js";
import type { Redactor } from "../redactor.js";
import type { TapeSource } from "../tape-source.js";
import { entriesOf, keptBoard } from "./pieces-of.js";

/**
 * A tape made anew, as if something had never been. Places and times of entries stay. Rejects with `tape-damaged` when
 * any of the tape cannot be read.
 *
 * @param builder is left with the board at the end of the tape.
 */
export async function* redactedPieces(
  source: TapeSource,
  redactor: Redactor,
  builder: TapeBuilder = new TapeBuilder(),
): TapePieces {
  const { room, created, blocks, keyframes } = await source.timeline();
  yield* builder.begin(EMPTY_BOARD);
  for (const ref of blocks) {
    const entries = await entriesOf(source, ref);
    const before = ref.first - 1;
    if (before > builder.board.seq) {
      yield* builder.end();
      const found = await keptBoard(source, keyframes, before);
      yield* builder.begin(redactor.board(found, builder.board));
    }
    yield* builder.add(entries.map((entry) => redactor.entry(entry)));
  }
  yield* builder.end();
  return builder.timeline(room, created);
}
