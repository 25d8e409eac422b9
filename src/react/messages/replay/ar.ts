import type { ReplayMessages } from "../../replay-messages.js";

export const ARABIC_REPLAY: ReplayMessages = {
  stepBack: "تغيير واحد للخلف",
  stepForward: "تغيير واحد للأمام",
  loop: "تكرار التشغيل",
  key: {
    play: "تشغيل أو إيقاف مؤقت",
    skip: "5 ثوانٍ للخلف أو للأمام",
    skipFar: "10 ثوانٍ للخلف أو للأمام",
    step: "تغيير واحد للخلف أو للأمام",
    go: "الانتقال إلى عُشر من الكل",
    ends: "الانتقال إلى البداية أو النهاية",
    markers: "العلامة السابقة أو التالية",
    zoomTimeline: "تكبير المخطط الزمني أو تصغيره",
    clip: "ابدأ مقطعًا أو أنهِه هنا",
    rate: "أبطأ أو أسرع",
    loop: "تكرار التشغيل",
    mute: "تشغيل الصوت أو كتمه",
    fullScreen: "ملء الشاشة",
    fit: "متابعة الرسم",
    sheet: "عرض هذه المفاتيح",
  },
};
