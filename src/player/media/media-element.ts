/** What happens to a media element that matters here; names as in HTML. */
export type MediaEventType =
  | "play"
  | "playing"
  | "pause"
  | "waiting"
  | "canplay"
  | "seeking"
  | "seeked"
  | "ended"
  | "timeupdate"
  | "durationchange"
  | "ratechange"
  | "volumechange"
  | "emptied"
  | "error";

/** What of an `HTMLMediaElement` is needed to play along with it: an `<audio>`, a `<video>`, or anything of their shape. */
export interface MediaElement {
  /** Seconds. */
  currentTime: number;
  /** Seconds; NaN while it is not known, Infinity for what has no end. */
  readonly duration: number;
  readonly paused: boolean;
  readonly ended: boolean;
  readonly seeking: boolean;
  /** 3 and more: there is something to play at once. */
  readonly readyState: number;
  readonly error: object | null;
  playbackRate: number;
  preservesPitch?: boolean;
  muted: boolean;
  volume: number;
  load(): void;
  play(): Promise<void> | void;
  pause(): void;
  addEventListener(type: MediaEventType, listener: () => void): void;
  removeEventListener(type: MediaEventType, listener: () => void): void;
}

/** All of them, for who listens to all. */
export const MEDIA_EVENTS: readonly MediaEventType[] = [
  "play",
  "playing",
  "pause",
  "waiting",
  "canplay",
  "seeking",
  "seeked",
  "ended",
  "timeupdate",
  "durationchange",
  "ratechange",
  "volumechange",
  "emptied",
  "error",
];
