import type { Player } from "../../../player/player.js";
import { lateElement, useLate } from "../../parts/late.js";
import { useValue } from "../../use-store.js";
import { MEDIA_SCREEN, VOLUME_CONTROL } from "./late-parts.js";
import { mediaOf } from "./media-of.js";
import type { ShownMedia } from "./shown-media.js";

/** Over the board: the film, and what is to be said about the media; nothing without any. */
export function MediaLayer({ player, shown }: { readonly player: Player; readonly shown: ShownMedia }) {
  const MediaScreen = useLate(MEDIA_SCREEN, shown.media !== undefined);
  return shown.media === undefined ? null : lateElement(MediaScreen, { player, shown });
}

/** How loud it is; nothing without media. */
export function Volume({ player }: { readonly player: Player }) {
  const link = useValue(mediaOf(player));
  const VolumeControl = useLate(VOLUME_CONTROL, link);
  return link && lateElement(VolumeControl, { player });
}
