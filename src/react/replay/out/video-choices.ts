import type { Theme } from "../../../picture/palette.js";
import type { VideoFormat } from "../../../video/video-options.js";

/** Sizes that can be chosen by name, in pixels. */
export const SIZES = { "720p": { width: 1280, height: 720 }, "1080p": { width: 1920, height: 1080 } } as const;
export const FRAME_RATES = [15, 30, 60] as const;
export const FORMATS: readonly VideoFormat[] = ["mp4", "webm"];
export const FORMAT_NAMES: Readonly<Record<VideoFormat, string>> = { mp4: "MP4", webm: "WebM" };

/** How a person wants a video. */
export interface VideoChoices {
  readonly isClip: boolean;
  /** `own` is what `width` and `height` say. */
  readonly size: keyof typeof SIZES | "own";
  readonly width: number;
  readonly height: number;
  readonly frameRate: number;
  /** Null for the best that this browser can make. */
  readonly format: VideoFormat | null;
  readonly theme: Theme;
  readonly hasCursors: boolean;
  readonly hasPauses: boolean;
}

/** Width and height of a video in pixels. */
export function sizeOf({ size, width, height }: VideoChoices): { readonly width: number; readonly height: number } {
  return size === "own" ? { width, height } : SIZES[size];
}
