import type { RefObject } from "react";
import type { MediaElement } from "../../../player/media/media-element.js";

/** An `<audio>` or `<video>`, a ref to one, or the address of one's content. Null: it is still to come. */
export type MediaSource = MediaElement | RefObject<MediaElement | null> | string | null;
