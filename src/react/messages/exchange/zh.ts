import type { ExchangeMessages } from "../../exchange-messages.js";

const some = (count: number, text: string) => (count === 0 ? [] : [text]);

/** What is said about what leaves a board and comes to it, in Chinese. */
export const CHINESE_EXCHANGE: ExchangeMessages = {
  format: "格式",
  formatName: { png: "PNG", svg: "SVG", pdf: "PDF" },
  part: "内容",
  partName: { page: "此页", selection: "所选内容", pages: "所有页面" },
  scale: "大小",
  scaleName: (scale) => `${scale}×`,
  background: "背景",
  backgroundName: { page: "纸张", none: "无" },
  editableHint: "在白板上再次打开即可继续编辑。",
  copied: "已复制。",
  picturesMissing: (count) => `有 ${count} 张图片无法获取：其位置显示说明文字。`,
  notTaken: (elements, pictures, simplified) => {
    const left = [...some(elements, `${elements} 个元素`), ...some(pictures, `${pictures} 张图片`)];
    const out = left.length === 0 ? [] : [`未导入：${left.join("、")}。`];
    return [...out, ...some(simplified, `${simplified} 个元素`).map((text) => `已简化${text}。`)].join(" ");
  },
  partsMissing: (file) => `“${file}”中的部分文字或图片无法在此显示。`,
};
