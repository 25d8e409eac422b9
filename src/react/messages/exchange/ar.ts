import type { ExchangeMessages } from "../../exchange-messages.js";

const some = (count: number, text: string) => (count === 0 ? [] : [text]);

/** What is said about what leaves a board and comes to it, in Arabic. */
export const ARABIC_EXCHANGE: ExchangeMessages = {
  format: "الصيغة",
  formatName: { png: "PNG", svg: "SVG", pdf: "PDF" },
  part: "المحتوى",
  partName: { page: "هذه الصفحة", selection: "المحدد", pages: "كل الصفحات" },
  scale: "الحجم",
  scaleName: (scale) => `${scale}×`,
  background: "الخلفية",
  backgroundName: { page: "الورق", none: "بلا" },
  editableHint: "افتحه على سبورة مرة أخرى لمتابعة العمل عليه.",
  copied: "نُسخ.",
  picturesMissing: (count) => `صور تعذّر الحصول عليها: ${count}. يظهر وصف كل صورة مكانها.`,
  notTaken: (elements, pictures, simplified) => {
    const left = [...some(elements, `العناصر: ${elements}`), ...some(pictures, `الصور: ${pictures}`)];
    const out = left.length === 0 ? [] : [`لم يُؤخذ: ${left.join("، ")}.`];
    return [...out, ...some(simplified, `العناصر: ${simplified}`).map((text) => `بُسّط: ${text}.`)].join(" ");
  },
  partsMissing: (file) => `لا يمكن عرض بعض حروف أو صور «${file}» هنا.`,
};
