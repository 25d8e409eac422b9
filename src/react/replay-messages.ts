/** What the sheet of keys of a replay tells of: each is a line of it. */
export type ReplayKeyName =
  | "play"
  | "skip"
  | "skipFar"
  | "step"
  | "go"
  | "ends"
  | "markers"
  | "zoomTimeline"
  | "clip"
  | "rate"
  | "loop"
  | "mute"
  | "fullScreen"
  | "fit"
  | "sheet";

/** What is said about the ways through a recording. */
export interface ReplayMessages {
  readonly stepBack: string;
  readonly stepForward: string;
  /** A switch: plays again and again. */
  readonly loop: string;
  readonly key: Readonly<Record<ReplayKeyName, string>>;
}

export const ENGLISH_REPLAY: ReplayMessages = {
  stepBack: "One change back",
  stepForward: "One change forward",
  loop: "Play again and again",
  key: {
    play: "Play or pause",
    skip: "5 seconds back or forward",
    skipFar: "10 seconds back or forward",
    step: "One change back or forward",
    go: "Go to a tenth of the whole",
    ends: "Go to the start or the end",
    markers: "Previous or next marker",
    zoomTimeline: "Zoom in or out of the timeline",
    clip: "Start or end a clip here",
    rate: "Slower or faster",
    loop: "Play again and again",
    mute: "Sound on or off",
    fullScreen: "Full screen",
    fit: "Follow the drawing",
    sheet: "Show these keys",
  },
};
