/** What is said where somebody looks back in a live room, goes on from a moment of the past, or opens a recording's file. */
export interface PastMessages {
  /** The button that goes to the newest moment; `time` is how far behind it the picture is. */
  readonly behindLive: (time: string) => string;
  /** The button of a live board that shows what was a moment ago. */
  readonly lookBack: string;
  /** What that then shows is called. */
  readonly lookingBack: string;
  readonly lookingBackHint: string;
  readonly backToLive: string;
  /** The button that makes a new board of the moment shown. */
  readonly fork: string;
  readonly forkHint: string;
  readonly forkName: string;
  readonly forkMake: string;
  readonly forkWrongName: string;
  readonly forkNameTaken: (name: string) => string;
  readonly forkFailed: (reason: string) => string;
  /** While a whole file is fetched; `percent` as `Messages.percent` writes it. */
  readonly loaded: (percent: string) => string;
}

export const ENGLISH_PAST: PastMessages = {
  behindLive: (time) => `${time} behind. Jump to live`,
  lookBack: "Look back",
  lookingBack: "Looking back",
  lookingBackHint: "The board goes on meanwhile.",
  backToLive: "Back to the board",
  fork: "Continue from here",
  forkHint: "A new board begins with what you see. This recording stays as it is.",
  forkName: "Name of the new board",
  forkMake: "Make it",
  forkWrongName: "Use letters A to Z, digits, dots, dashes, tildes and underscores only, 128 at most.",
  forkNameTaken: (name) => `There is a board “${name}” already. Choose another name.`,
  forkFailed: (reason) => `The board could not be made. ${reason}`,
  loaded: (percent) => `${percent} of the recording is here.`,
};
