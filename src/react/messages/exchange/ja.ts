import type { ExchangeMessages } from "../../exchange-messages.js";

const some = (count: number, text: string) => (count === 0 ? [] : [text]);

/** What is said about what leaves a board and comes to it, in Japanese. */
export const JAPANESE_EXCHANGE: ExchangeMessages = {
  format: "形式",
  formatName: { png: "PNG", svg: "SVG", pdf: "PDF" },
  part: "範囲",
  partName: { page: "このページ", selection: "選択範囲", pages: "すべてのページ" },
  scale: "サイズ",
  scaleName: (scale) => `${scale}×`,
  background: "背景",
  backgroundName: { page: "用紙", none: "なし" },
  editableHint: "ボードで開くと、続きを編集できます。",
  copied: "コピーしました。",
  picturesMissing: (count) => `画像 ${count} 点を取得できませんでした。代わりに説明を表示しています。`,
  notTaken: (elements, pictures, simplified) => {
    const left = [...some(elements, `要素 ${elements} 個`), ...some(pictures, `画像 ${pictures} 点`)];
    const out = left.length === 0 ? [] : [`取り込めなかったもの：${left.join("、")}。`];
    return [...out, ...some(simplified, `要素 ${simplified} 個`).map((text) => `${text}を簡略化しました。`)].join(" ");
  },
  partsMissing: (file) => `「${file}」の一部の文字または画像を表示できません。`,
};
