import type { MediaMessages } from "../../media-messages.js";

/** What is said about the sound or film of a replay, in Arabic. */
export const ARABIC_MEDIA: MediaMessages = {
  mute: "كتم الصوت",
  volume: "مستوى الصوت",
  film: "فيلم الدرس",
  playWithSound: "التشغيل مع الصوت",
  failed: "تعذّر تحميل الصوت. يستمر عرض اللوح بدونه.",
  waiting: "في انتظار الصوت…",
};
