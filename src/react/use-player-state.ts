import type { Player, PlayerState } from "../player/player.js";
import { useStore } from "./use-store.js";

/**
 * Something of a player's state. The component renders again only when what the selector gives changed, one level
 * deep; undefined while there is no player.
 */
export function usePlayerState<T>(player: Player | null, selector: (state: PlayerState) => T): T | undefined {
  return useStore(player?.state ?? null, selector, undefined);
}
