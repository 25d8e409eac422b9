import type { Board } from "../board/board.js";
import type { Millis } from "../signal/ids.js";
import { fetchPart } from "./parts.js";
import { TapeReader } from "./reader.js";
import type { TapeSource } from "./tape-source.js";

/**
 * The board as it was at the moment `wall`, everything at that moment included. Fetches the index, at most one keyframe
 * and the blocks after it. Rejects with what the source says, or with the first part's `tape-damaged`: this is for
 * programs that want the exact board or none; to play on over damage use a player.
 */
export async function boardAt(source: TapeSource, wall: Millis, signal?: AbortSignal): Promise<Board> {
  const reader = new TapeReader(await source.timeline());
  for (;;) {
    const answer = reader.boardAt(wall);
    const [reason] = reader.damaged.values();
    if (reason) throw reason;
    if (answer.type === "board" && answer.ink.length === 0) return answer.board;
    await Promise.all(
      (answer.type === "board" ? answer.ink : answer.parts).map(async (part) => {
        reader.put(part, await fetchPart(source, part, signal));
      }),
    );
  }
}
