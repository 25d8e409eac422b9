import { createContext, useContext } from "react";
import type { Player } from "../player/player.js";
import { InktapeError } from "../signal/errors.js";

/** Null outside of a replay. */
export const PlayerContext = createContext<Player | null>(null);

/** The player of the replay around: for what is put inside of it, as children or in the place of its parts. Throws `bad-argument` outside of any. */
export function usePlayer(): Player {
  const player = useContext(PlayerContext);
  if (player) return player;
  throw new InktapeError(
    "bad-argument",
    "This hook needs a <Replay> around the component that calls it: put the component inside of one.",
  );
}
