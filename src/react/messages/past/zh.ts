import type { PastMessages } from "../../past-messages.js";

/** What is said where somebody looks back, goes on from the past, or opens a recording's file, in Chinese. */
export const CHINESE_PAST: PastMessages = {
  behindLive: (time) => `落后 ${time}。跳到实时`,
  lookBack: "回看",
  lookingBack: "正在回看",
  lookingBackHint: "白板仍在继续。",
  backToLive: "返回白板",
  fork: "从这里继续",
  forkHint: "新白板从您看到的内容开始。此录制保持不变。",
  forkName: "新白板的名称",
  forkMake: "创建",
  forkWrongName: "只能使用字母 A 到 Z、数字、点、连字符、波浪号和下划线，最多 128 个。",
  forkNameTaken: (name) => `已有白板“${name}”。请换一个名称。`,
  forkFailed: (reason) => `无法创建白板。${reason}`,
  loaded: (percent) => `录制已加载 ${percent}。`,
};
