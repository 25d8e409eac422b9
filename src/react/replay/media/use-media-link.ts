import { useCallback, useEffect } from "react";
import type { MediaElement } from "../../../player/media/media-element.js";
import type { MediaLink } from "../../../player/media/media-link.js";
import type { MediaOffset } from "../../../player/media/media-time.js";
import type { PacedClock } from "../../../player/media/paced-clock.js";
import type { Player } from "../../../player/player.js";
import { PAUSE_MS } from "../../../tape/timeline.js";
import { useLate } from "../../parts/late.js";
import { type Opened, useResource } from "../../use-resource.js";
import { useStore } from "../../use-store.js";
import { LINK_MEDIA } from "./late-parts.js";
import { mediaOf } from "./media-of.js";
import type { MediaSource } from "./media-source.js";

/** Sound or film that is played along with a recording, and when it begins. */
export interface MediaOptions {
  /**
   * It is the master: the board goes as it does, and both wait for each other. Of an address, `<Replay>` shows the film
   * in a corner if there is one; `useReplay` plays the sound alone.
   */
  readonly media?: MediaSource | undefined;
  /** When its time 0 was: a `Date` or ISO 8601 text names the wall time, a number is milliseconds from the range's start. 0 unless it says otherwise. */
  readonly mediaOffset?: MediaOffset | undefined;
}

export interface MediaLinkOptions extends MediaOptions {
  /** While there is sound no pause is skipped, unless this or the viewer says otherwise. */
  readonly idleLimit?: number | null | undefined;
}

/** Plays sound or film along with a player that was made with this clock; {@link mediaOf} has it then. */
export function useMediaLink(player: Player | null, clock: PacedClock, options: MediaLinkOptions): void {
  const { media, mediaOffset, idleLimit } = options;
  const offset = mediaOffset instanceof Date ? mediaOffset.toISOString() : mediaOffset;
  const linkMedia = useLate(LINK_MEDIA, media !== undefined);
  const open = useCallback((): Opened<MediaLink> | null => {
    const found = player && linkMedia && media ? elementOf(media) : null;
    if (!player || !linkMedia || !found?.value) return null;
    const link = linkMedia({ player, clock, element: found.value, offset });
    mediaOf(player).set(link);
    const close = () => {
      mediaOf(player).set(null);
      link.close();
      found.close();
    };
    return { value: link, close };
  }, [player, clock, media, offset, linkMedia]);
  const link = useResource(open);

  const isHeard = useStore(link?.state ?? null, ({ status }) => status !== "failed", false);
  useEffect(() => {
    if (!player || !isHeard || idleLimit !== undefined) return undefined;
    player.setIdleLimit(null);
    return () => player.setIdleLimit(PAUSE_MS);
  }, [player, isHeard, idleLimit]);
}

/** The element, and how to let go of it when it was made here. */
function elementOf(media: NonNullable<MediaSource>): Opened<MediaElement | null> {
  if (typeof media !== "string") return { value: "current" in media ? media.current : media, close: () => undefined };
  const audio = document.createElement("audio");
  audio.src = media;
  const close = () => {
    audio.removeAttribute("src");
    audio.load();
  };
  return { value: audio, close };
}
