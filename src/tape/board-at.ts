import type { Board } from "../board/board.js";
import type { Millis } from "../signal/ids.js";
import { fetchPart, type TapePart } from "./parts.js";
import { TapeReader } from "./reader.js";
import type { TapeFetcher, TapeSource } from "./tape-source.js";

export interface BoardAtOptions {
  readonly signal?: AbortSignal | undefined;
  /** Ink is left stored when loading it would take more bytes than this. Unless it says otherwise, all is loaded. */
  readonly inkBytes?: number | undefined;
}

/**
 * The board as it was at the moment `wall`, everything at that moment included. Fetches the index, at most one keyframe
 * and the blocks after it. Rejects with what the source says, or with the first part's `tape-damaged`: this is for
 * programs that want the exact board or none; to play on over damage use a player.
 */
export async function boardAt(
  source: TapeSource,
  wall: Millis,
  { signal, inkBytes = Infinity }: BoardAtOptions = {},
): Promise<Board> {
  const reader = new TapeReader(await source.timeline());
  const board = await readBoard(reader, source, wall, { signal, inkBytes });
  const [reason] = reader.damaged.values();
  if (reason) throw reason;
  return board;
}

/**
 * The same with a reader that is kept, so that what was loaded for one moment serves the next. Parts that cannot be read
 * are passed over.
 */
export async function readBoard(
  reader: TapeReader,
  fetcher: TapeFetcher,
  wall: Millis,
  { signal, inkBytes = Infinity }: BoardAtOptions = {},
): Promise<Board> {
  for (;;) {
    const answer = reader.boardAt(wall);
    if (answer.type === "board" && (answer.ink.length === 0 || sizeOf(answer.ink) > inkBytes)) return answer.board;
    await Promise.all(
      (answer.type === "board" ? answer.ink : answer.parts).map(async (part) => {
        reader.put(part, await fetchPart(fetcher, part, signal));
      }),
    );
  }
}

function sizeOf(parts: readonly TapePart[]): number {
  return parts.reduce((sum, { type, ref }) => {
    const sizes = type === "keyframe" ? null : ref.parts;
    return sum + (sizes && (type === "document" || type === "ink") ? sizes[type] : ref.bytes);
  }, 0);
}
