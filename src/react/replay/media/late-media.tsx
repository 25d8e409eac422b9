import { useState } from "react";
import type { Player } from "../../../player/player.js";
import { lateElement, useLate } from "../../parts/late.js";
import { useValue } from "../../use-store.js";
import { MEDIA_SCREEN, VOLUME_CONTROL } from "./late-parts.js";
import { mediaOf } from "./media-of.js";
import type { MediaSource } from "./use-media-link.js";

/** What a replay plays along: the app's element, or one of its own for an address. */
export interface ShownMedia {
  readonly media: MediaSource | undefined;
  /** The address; null when the app shows its element itself. */
  readonly src: string | null;
  readonly onElement: (element: HTMLVideoElement | null) => void;
}

/** Stands between what an app gives and what is played: an address has no element before it is shown. */
export function useShownMedia(media: MediaSource | undefined): ShownMedia {
  const [element, setElement] = useState<HTMLVideoElement | null>(null);
  const src = typeof media === "string" ? media : null;
  return { media: src === null ? media : element, src, onElement: setElement };
}

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
