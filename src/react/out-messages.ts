/** What is said about what is saved of a replay, and shared. */
export interface OutMessages {
  /** The menu of everything here. */
  readonly menu: string;
  readonly savePng: string;
  readonly saveSvg: string;
  readonly copyPng: string;
  readonly copySvg: string;
  /** Opens the dialog for a video; ends in an ellipsis. */
  readonly video: string;
  readonly saveTape: string;
  /** The same for the clip that is marked. */
  readonly saveClip: string;
  readonly copyLink: string;
  readonly copyClipLink: string;
  readonly linkCopied: string;
  /** The whole recording, as opposed to a clip of it. */
  readonly whole: string;
  readonly clipHint: string;
  /** A size that the person gives as numbers. */
  readonly ownSize: string;
  readonly width: string;
  readonly height: string;
  readonly frameRate: string;
  readonly shown: string;
  readonly cursors: string;
  readonly longPauses: string;
  readonly noFormat: (format: string) => string;
  readonly noVideo: string;
  readonly makeVideo: string;
  readonly making: (percent: string) => string;
}

export const ENGLISH_OUT: OutMessages = {
  menu: "Save and share",
  savePng: "Save picture",
  saveSvg: "Save picture as SVG",
  copyPng: "Copy picture",
  copySvg: "Copy picture as SVG",
  video: "Make a video…",
  saveTape: "Save recording",
  saveClip: "Save clip of the recording",
  copyLink: "Copy link to this moment",
  copyClipLink: "Copy link to the clip",
  linkCopied: "Link copied.",
  whole: "Whole recording",
  clipHint: "To make a video of a part, mark a clip on the timeline first.",
  ownSize: "Own size",
  width: "Width in pixels",
  height: "Height in pixels",
  frameRate: "Frames a second",
  shown: "Show",
  cursors: "Cursors",
  longPauses: "Pauses in full",
  noFormat: (format) => `This browser cannot make ${format} videos of this size.`,
  noVideo: "This browser cannot make videos of this size. Choose a smaller one, or take a newer browser.",
  makeVideo: "Make video",
  making: (percent) => `Making the video: ${percent}`,
};
