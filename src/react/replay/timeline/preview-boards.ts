import type { Board } from "../../../board/board.js";
import type { Clock } from "../../../clock/clock.js";
import type { Millis } from "../../../signal/ids.js";
import { readBoard } from "../../../tape/board-at.js";
import { Lru } from "../../../tape/lru.js";
import { TapeReader } from "../../../tape/reader.js";
import type { TapeSource } from "../../../tape/tape-source.js";

/** Boards of the moments that somebody asks for faster than they can be had. */
export interface PreviewBoards {
  /** Wants the board of a moment, and no other any more. False when it was told at once. */
  ask(wall: Millis): boolean;
  /** Wants none any more. */
  rest(): void;
}

/** How many boards are kept: those of neighbouring moments share nearly everything. */
const KEPT = 64;
/** Moments of the same part of so many milliseconds have one picture. */
const BUCKET_MS = 500;
/** At least so long after one board the next one is made, so that the pointer has the page for itself in between; ms. */
const REST_MS = 40;
/** Ink that would take more than this is not fetched for a small picture. */
const INK_BYTES = 256 * 1024;

/**
 * Loads boards one at a time, with a reader of its own. What is asked for while one is made waits, and only the newest of
 * it; a fetch for a moment that nobody wants any more is given up.
 */
export function createBoards(
  tape: TapeSource,
  clock: Clock,
  tell: (board: Board, wall: Millis) => void,
): PreviewBoards {
  const kept = new Lru<number, Board>(KEPT);
  let reading: Promise<TapeReader> | null = null;
  let wanted: Millis | null = null;
  let fetching: AbortController | null = null;

  const read = async (wall: Millis, signal: AbortSignal) => {
    reading ??= tape.timeline().then((timeline) => new TapeReader(timeline));
    const reader = await reading;
    // A room that is live grows beyond what the index knew.
    if (reader.timeline.isLive && wall > reader.timeline.now) reader.setTimeline(await tape.timeline());
    return readBoard(reader, tape, wall, { signal, inkBytes: INK_BYTES });
  };
  const work = async () => {
    while (wanted !== null) {
      const wall = wanted;
      fetching = new AbortController();
      try {
        const board = await read(wall, fetching.signal);
        kept.set(bucketOf(wall), board, 1);
        if (wanted === wall) tell(board, wall);
      } catch {
        // No picture is no harm: the time is told all the same, and the next place asks again.
        reading = (await reading?.catch(() => null)) ? reading : null;
      }
      if (wanted === wall) wanted = null;
      await new Promise<void>((resolve) => void clock.after(REST_MS, resolve));
    }
    fetching = null;
  };
  return {
    ask(wall) {
      const board = kept.get(bucketOf(wall));
      if (board) {
        rest();
        tell(board, wall);
        return false;
      }
      if (wanted !== null && bucketOf(wanted) === bucketOf(wall)) return true;
      const isAtWork = fetching !== null;
      wanted = wall;
      fetching?.abort();
      if (!isAtWork) void work();
      return true;
    },
    rest,
  };
  function rest(): void {
    wanted = null;
    fetching?.abort();
  }
}

function bucketOf(wall: Millis): number {
  return Math.floor(wall / BUCKET_MS);
}
