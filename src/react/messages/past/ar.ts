import type { PastMessages } from "../../past-messages.js";

/** What is said where somebody looks back, goes on from the past, or opens a recording's file, in Arabic. */
export const ARABIC_PAST: PastMessages = {
  behindLive: (time) => `متأخر ${time}. الانتقال إلى المباشر`,
  lookBack: "الرجوع إلى الوراء",
  lookingBack: "عرض ما سبق",
  lookingBackHint: "اللوح مستمر في هذه الأثناء.",
  backToLive: "العودة إلى اللوح",
  fork: "المتابعة من هنا",
  forkHint: "يبدأ لوح جديد بما تراه. ويبقى هذا التسجيل كما هو.",
  forkName: "اسم اللوح الجديد",
  forkMake: "إنشاء",
  forkWrongName:
    "استخدم الحروف من A إلى Z والأرقام والنقاط والشرطات وعلامات المد والشرطات السفلية فقط، 128 على الأكثر.",
  forkNameTaken: (name) => `يوجد لوح باسم «${name}» بالفعل. اختر اسمًا آخر.`,
  forkFailed: (reason) => `تعذر إنشاء اللوح. ${reason}`,
  loaded: (percent) => `وصل ${percent} من التسجيل.`,
};
