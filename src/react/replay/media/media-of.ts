import type { MediaLink } from "../../../player/media/media-link.js";
import type { Player } from "../../../player/player.js";
import { createStore, type WritableStore } from "../../../store/store.js";

const LINKS = new WeakMap<Player, WritableStore<MediaLink | null>>();

/** What is played along with a player; null for nothing, or not yet. */
export function mediaOf(player: Player): WritableStore<MediaLink | null> {
  const link = LINKS.get(player) ?? createStore<MediaLink | null>(null);
  LINKS.set(player, link);
  return link;
}

/** Mutes what is played along with a player, or ends that; false when there is nothing. */
export function toggleMuted(player: Player): boolean {
  const link = mediaOf(player).get();
  link?.setMuted(!link.state.get().isMuted);
  return link !== null;
}
