import { useState } from "react";
import type { MediaSource } from "./media-source.js";

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
