import type { Player, PlayerOptions } from "./player.js";
import { TapePlayer } from "./tape-player.js";

/**
 * Makes a player and starts to load. A `from` or `to` that is no moment makes a player that has failed with
 * `bad-argument`.
 */
export function createPlayer(options: PlayerOptions): Player {
  return new TapePlayer(options);
}
