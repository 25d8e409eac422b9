import { createInkDecoder } from "../client/ink-decoder.js";
import type { Clock } from "../clock/clock.js";
import { createPlayer } from "../player/create-player.js";
import type { Player, PlayerFrame } from "../player/player.js";
import { InktapeError } from "../signal/errors.js";
import type { VideoOptions } from "./video-options.js";

/** A player that nobody else moves, and that never plays: it is told each moment that it is to show. */
export interface StillPlayer {
  readonly player: Player;
  /** The moment with its board and all its ink, however long that takes. Rejects with why it cannot be shown. */
  show(position: number): Promise<PlayerFrame & { readonly board: NonNullable<PlayerFrame["board"]> }>;
  close(): void;
}

/**
 * Opens a stretch of a recording. Rejects with `not-found` when nothing was recorded in it, with what the source says,
 * and with the signal's reason once that is aborted.
 */
export async function openStill(
  { source, from, to, idleLimit, signal }: VideoOptions,
  clock: Clock,
): Promise<StillPlayer> {
  const player = createPlayer({ source, clock, from, to, inkDecoder: createInkDecoder() });
  if (idleLimit !== undefined) player.setIdleLimit(idleLimit);
  const close = () => player.close();
  const show = async (position: number) => {
    await unlessFailed(player, player.seek(position), signal);
    const frame = player.frame.get();
    if (frame.board) return { ...frame, board: frame.board };
    throw new InktapeError("not-found", "Nothing was recorded in this stretch: choose another one for the video.");
  };
  try {
    await show(0);
    return { player, show, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Waits for something a player does, but not for ever for one that has failed. */
function unlessFailed(player: Player, done: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal?.reason);
    const look = () => {
      const { status, error } = player.state.get();
      if (status === "failed") reject(error);
    };
    const unfollow = player.state.subscribe(look);
    signal?.addEventListener("abort", stop, { once: true });
    if (signal?.aborted) stop();
    look();
    void done.then(resolve, reject);
    const end = () => {
      unfollow();
      signal?.removeEventListener("abort", stop);
    };
    done.then(end, end);
  });
}
