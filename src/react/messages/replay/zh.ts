import type { ReplayMessages } from "../../replay-messages.js";

export const CHINESE_REPLAY: ReplayMessages = {
  stepBack: "后退一步更改",
  stepForward: "前进一步更改",
  loop: "循环播放",
  key: {
    play: "播放或暂停",
    skip: "后退或前进 5 秒",
    skipFar: "后退或前进 10 秒",
    step: "后退或前进一步更改",
    go: "跳到全长的十分之几",
    ends: "跳到开头或结尾",
    markers: "上一个或下一个标记",
    zoomTimeline: "放大或缩小时间轴",
    clip: "在这里开始或结束片段",
    rate: "减速或加速",
    loop: "循环播放",
    mute: "开启或关闭声音",
    fullScreen: "全屏",
    fit: "跟随绘制",
    sheet: "显示这些按键",
  },
};
