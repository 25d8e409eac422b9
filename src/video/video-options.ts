import type { Clock } from "../clock/clock.js";
import type { AssetSource } from "../document/assets.js";
import type { ShapeDefinition } from "../picture/custom/define-shape.js";
import type { Theme } from "../picture/palette.js";
import type { Moment } from "../player/track.js";
import type { TapeSource } from "../tape/tape-source.js";

/** How a video is packed: MP4 with H.264 plays everywhere; WebM with VP9, VP8 or AV1 in all browsers. */
export type VideoFormat = "mp4" | "webm";

/** A sound to go with a video. */
export interface VideoSound {
  /** An audio file, or a video's sound: itself or its address. */
  readonly content: Blob | string;
  /** The wall time at which it begins. */
  readonly startsAt: Moment;
}

export interface VideoProgress {
  /** Frames that have been made. */
  readonly done: number;
  readonly frames: number;
}

/** Which stretch of a recording becomes a video, and how that looks. */
export interface VideoOptions {
  /** Where the recording comes from: a transport's `tape(room)`. */
  readonly source: TapeSource;
  /** Where its pictures come from: a transport's `assets(room)`. Without it each is its alternative text. */
  readonly assets?: AssetSource | undefined;
  /** The room's creation unless it says otherwise. */
  readonly from?: Moment | undefined;
  /** The end of the last activity, as it is when the video is begun, unless it says otherwise. */
  readonly to?: Moment | undefined;
  /** Pixels, 16 to 4096; odd numbers are made even. 1280 × 720 unless they say otherwise. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** Frames a second, 1 to 60; 30 unless it says otherwise. */
  readonly frameRate?: number | undefined;
  /** Light unless it says otherwise. */
  readonly theme?: Theme | undefined;
  /** The longest pause that is shown, in milliseconds, at least as long as a player takes; null shows every pause in full. */
  readonly idleLimit?: number | null | undefined;
  /** Whether the cursors of people are shown; true unless it says otherwise. */
  readonly hasCursors?: boolean | undefined;
  /** Where pauses are cut out of the video, so they are out of the sound. */
  readonly sound?: VideoSound | undefined;
  /** The first of `videoFormats` unless it says otherwise. */
  readonly format?: VideoFormat | undefined;
  /** The kinds of shapes that the app has declared. */
  readonly shapes?: readonly ShapeDefinition[] | undefined;
  /** Stops it: rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: VideoProgress) => void) | undefined;
  /** By what is waited before something out of reach is tried again; real time unless it says otherwise. */
  readonly clock?: Clock | undefined;
}

/** The options of a video's picture, all of them said. */
export interface VideoLook {
  readonly width: number;
  readonly height: number;
  readonly frameRate: number;
}
