import type { Clock } from "../../clock/clock.js";
import type { Player } from "../player.js";

/** Where a player is between two of its frames too, by the clock that it goes by. */
export interface DuePosition {
  /** Play time in milliseconds. */
  now(): number;
  close(): void;
}

/** Follows the frames of a player. */
export function duePosition(player: Player, clock: Clock): DuePosition {
  let seenAt = clock.now();
  let { status } = player.state.get();
  const mark = () => void (seenAt = clock.now());
  const ends = [
    player.frame.subscribe(mark),
    player.state.subscribe(() => {
      const before = status;
      ({ status } = player.state.get());
      // Time that stood still while it did not play is no time played.
      if (status !== before) mark();
    }),
  ];
  return {
    now() {
      const { rate } = player.state.get();
      const { position } = player.frame.get();
      return status === "playing" ? position + (clock.now() - seenAt) * rate : position;
    },
    close: () => ends.forEach((end) => end()),
  };
}
