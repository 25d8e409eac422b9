import type { MediaMessages } from "../../media-messages.js";

/** What is said about the sound or film of a replay, in Chinese. */
export const CHINESE_MEDIA: MediaMessages = {
  mute: "静音",
  volume: "音量",
  film: "课程影像",
  playWithSound: "带声音播放",
  failed: "无法加载声音。白板将在无声音的情况下播放。",
  waiting: "正在等待声音…",
};
