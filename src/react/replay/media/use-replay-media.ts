import type { MediaLink, MediaState } from "../../../player/media/media-link.js";
import type { Player } from "../../../player/player.js";
import { useStore } from "../../use-store.js";
import { mediaOf } from "./media-of.js";

/** The sound or film that is played along with a replay, and what can be done with it. */
export interface ReplayMedia extends MediaState, Pick<MediaLink, "setMuted" | "setVolume" | "retry"> {}

/** The sound or film that is played along with a player; null for nothing, or not yet. */
export function useReplayMedia(player: Player | null): ReplayMedia | null {
  const link = useStore(player && mediaOf(player), (value) => value, null);
  const state = useStore(link?.state ?? null, (value) => value, null);
  if (!link || !state) return null;
  return {
    ...state,
    setMuted: (isMuted) => link.setMuted(isMuted),
    setVolume: (volume) => link.setVolume(volume),
    retry: () => link.retry(),
  };
}
