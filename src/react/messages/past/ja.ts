import type { PastMessages } from "../../past-messages.js";

/** What is said where somebody looks back, goes on from the past, or opens a recording's file, in Japanese. */
export const JAPANESE_PAST: PastMessages = {
  behindLive: (time) => `${time} 遅れ。ライブへ移動`,
  lookBack: "さかのぼる",
  lookingBack: "過去を表示中",
  lookingBackHint: "ボードはその間も続いています。",
  backToLive: "ボードに戻る",
  fork: "ここから続ける",
  forkHint: "見えている内容から新しいボードが始まります。この記録はそのまま残ります。",
  forkName: "新しいボードの名前",
  forkMake: "作成",
  forkWrongName: "使えるのは英字、数字、ピリオド、ハイフン、チルダ、アンダースコアのみ、最大 128 文字です。",
  forkNameTaken: (name) => `ボード「${name}」は既にあります。別の名前を選んでください。`,
  forkFailed: (reason) => `ボードを作成できませんでした。${reason}`,
  loaded: (percent) => `記録の ${percent} を読み込みました。`,
};
