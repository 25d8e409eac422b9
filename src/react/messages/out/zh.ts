import type { OutMessages } from "../../out-messages.js";

/** What is said about what is saved of a replay, and shared, in Chinese. */
export const CHINESE_OUT: OutMessages = {
  menu: "保存与分享",
  savePng: "保存图片",
  saveSvg: "保存为 SVG 图片",
  copyPng: "复制图片",
  copySvg: "复制为 SVG 图片",
  video: "制作视频…",
  saveTape: "保存录制文件",
  saveClip: "保存录制片段",
  copyLink: "复制此刻的链接",
  copyClipLink: "复制片段的链接",
  linkCopied: "链接已复制。",
  whole: "整个录制",
  clipHint: "要只做一部分的视频,请先在时间轴上标出片段。",
  ownSize: "自定义尺寸",
  width: "宽度(像素)",
  height: "高度(像素)",
  frameRate: "每秒帧数",
  shown: "显示",
  cursors: "光标",
  longPauses: "完整的停顿",
  noFormat: (format) => `此浏览器无法制作这种尺寸的 ${format} 视频。`,
  noVideo: "此浏览器无法制作这种尺寸的视频。请选择更小的尺寸,或使用更新的浏览器。",
  makeVideo: "制作视频",
  making: (percent) => `正在制作视频:${percent}`,
};
