import type { MediaMessages } from "../../media-messages.js";

/** What is said about the sound or film of a replay, in Japanese. */
export const JAPANESE_MEDIA: MediaMessages = {
  mute: "消音",
  volume: "音量",
  film: "授業の映像",
  playWithSound: "音声付きで再生",
  failed: "音声を読み込めませんでした。ボードは音声なしで再生されます。",
  waiting: "音声を待っています…",
};
