/** What is said about the sound or film that is played along with a replay. */
export interface MediaMessages {
  /** A switch: nothing is heard. */
  readonly mute: string;
  readonly volume: string;
  /** What the film in the corner is called. */
  readonly film: string;
  /** The browser waits for a press before it lets anything be heard. */
  readonly playWithSound: string;
  readonly failed: string;
  readonly waiting: string;
}

export const ENGLISH_MEDIA: MediaMessages = {
  mute: "Sound off",
  volume: "Volume",
  film: "Film of the lesson",
  playWithSound: "Play with sound",
  failed: "The sound could not be loaded. The board plays without it.",
  waiting: "Waiting for the sound…",
};
