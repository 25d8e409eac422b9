import type { Player } from "../../../player/player.js";
import type { PlayerEvent } from "../../../player/player-events.js";

/** Less than this is not worth a word, in milliseconds. */
const LEAST_MS = 10_000;

/** How much wall time was jumped from one moment that was played to a later one, in milliseconds; 0 for little. */
export function skippedBetween(
  before: Pick<PlayerEvent, "position" | "wall">,
  after: Pick<PlayerEvent, "position" | "wall">,
): number {
  const played = after.position - before.position;
  const skipped = after.wall - before.wall - played;
  // Backwards is a loop or another limit for pauses, which moves what is played to another play time.
  return played >= 0 && skipped >= LEAST_MS ? skipped : 0;
}

/** Tells of every pause that is jumped while it plays; not of what a viewer jumps. Returns what ends it. */
export function watchSkips(player: Player, onSkip: (ms: number) => void): () => void {
  let last: PlayerEvent | null = null;
  const forget = () => void (last = null);
  const look = (event: PlayerEvent) => {
    const { isSeeking, isPaused } = player.state.get();
    const skipped = last ? skippedBetween(last, event) : 0;
    last = isSeeking || isPaused ? null : event;
    if (skipped > 0) onSkip(skipped);
  };
  const ends = [
    player.on("seeking", forget),
    player.on("play", (event) => void (last = event)),
    player.on("timeupdate", look),
  ];
  return () => ends.forEach((end) => end());
}
