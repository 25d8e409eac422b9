import type { OutMessages } from "../../out-messages.js";

/** What is said about what is saved of a replay, and shared, in Japanese. */
export const JAPANESE_OUT: OutMessages = {
  menu: "保存と共有",
  savePng: "画像を保存",
  saveSvg: "SVG 画像として保存",
  copyPng: "画像をコピー",
  copySvg: "SVG 画像としてコピー",
  video: "動画を作成…",
  saveTape: "記録を保存",
  saveClip: "記録のクリップを保存",
  copyLink: "この時点へのリンクをコピー",
  copyClipLink: "クリップへのリンクをコピー",
  linkCopied: "リンクをコピーしました。",
  whole: "記録全体",
  clipHint: "一部だけを動画にするには、先にタイムラインでクリップを指定してください。",
  ownSize: "任意のサイズ",
  width: "幅(ピクセル)",
  height: "高さ(ピクセル)",
  frameRate: "1 秒あたりのフレーム数",
  shown: "表示",
  cursors: "カーソル",
  longPauses: "休止をそのまま",
  noFormat: (format) => `このブラウザーでは、このサイズの ${format} 動画を作成できません。`,
  noVideo:
    "このブラウザーでは、このサイズの動画を作成できません。小さいサイズを選ぶか、新しいブラウザーをお使いください。",
  makeVideo: "動画を作成",
  making: (percent) => `動画を作成中: ${percent}`,
};
