import type { ReplayMessages } from "../../replay-messages.js";

export const JAPANESE_REPLAY: ReplayMessages = {
  stepBack: "変更を1つ戻る",
  stepForward: "変更を1つ進む",
  loop: "繰り返し再生",
  key: {
    play: "再生または一時停止",
    skip: "5秒戻る・進む",
    skipFar: "10秒戻る・進む",
    step: "変更を1つ戻る・進む",
    go: "全体の10分の1ごとの位置へ",
    ends: "最初または最後へ",
    markers: "前または次のマーカー",
    zoomTimeline: "タイムラインを拡大または縮小",
    clip: "ここでクリップを始めるか終える",
    rate: "遅くする・速くする",
    loop: "繰り返し再生",
    mute: "音のオン・オフ",
    fullScreen: "全画面",
    fit: "描画を追う",
    sheet: "このキー一覧を表示",
  },
};
