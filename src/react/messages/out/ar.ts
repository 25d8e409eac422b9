import type { OutMessages } from "../../out-messages.js";

/** What is said about what is saved of a replay, and shared, in Arabic. */
export const ARABIC_OUT: OutMessages = {
  menu: "الحفظ والمشاركة",
  savePng: "حفظ الصورة",
  saveSvg: "حفظ الصورة بصيغة SVG",
  copyPng: "نسخ الصورة",
  copySvg: "نسخ الصورة بصيغة SVG",
  video: "إنشاء فيديو…",
  saveTape: "حفظ التسجيل",
  saveClip: "حفظ مقطع التسجيل",
  copyLink: "نسخ رابط هذه اللحظة",
  copyClipLink: "نسخ رابط المقطع",
  linkCopied: "نُسخ الرابط.",
  whole: "التسجيل كله",
  clipHint: "لإنشاء فيديو من جزء، حدّد أولًا مقطعًا على الخط الزمني.",
  ownSize: "حجم آخر",
  width: "العرض بالبكسل",
  height: "الارتفاع بالبكسل",
  frameRate: "الإطارات في الثانية",
  shown: "إظهار",
  cursors: "المؤشرات",
  longPauses: "التوقفات كاملة",
  noFormat: (format) => `لا يستطيع هذا المتصفح إنشاء فيديو ${format} بهذا الحجم.`,
  noVideo: "لا يستطيع هذا المتصفح إنشاء فيديو بهذا الحجم. اختر حجمًا أصغر أو استخدم متصفحًا أحدث.",
  makeVideo: "إنشاء الفيديو",
  making: (percent) => `يُنشأ الفيديو: ${percent}`,
};
