import type { Player, PlayerState } from "../../../player/player.js";
import { ACTIVITY_MOST } from "../../../tape/activity.js";
import type { BlockRef } from "../../../tape/timeline.js";
import { shareOf, type TimeWindow } from "./time-window.js";

type Layout = Pick<Player, "positionAt">;
type Recorded = Pick<PlayerState, "blocks" | "range">;

/** What is drawn for a block that does not tell how busy it was. */
const UNTOLD_LEVEL = 3;

/**
 * How busy each of `count` equal parts of the window was: 0 for not at all, to {@link ACTIVITY_MOST}. A part shows its
 * busiest moment, so nothing that happened falls between two of them.
 */
export function columnsOf(player: Layout, { blocks, range }: Recorded, window: TimeWindow, count: number): Uint8Array {
  const columns = new Uint8Array(count);
  if (!range || count === 0) return columns;
  const share = (wall: number) => shareOf(window, player.positionAt(wall as BlockRef["from"]));
  const raise = (from: number, to: number, level: number) => {
    if (to < 0 || from > 1) return;
    const first = Math.max(0, Math.min(count - 1, Math.floor(from * count)));
    const last = Math.max(first, Math.min(count - 1, Math.ceil(to * count) - 1));
    for (let column = first; column <= last; column++) columns[column] = Math.max(columns[column] as number, level);
  };
  for (const { from, to, activity } of blocks) {
    if (to < range.from || from > range.to) continue;
    const [start, end] = [share(from), share(to)];
    if (activity.length === 0) raise(start, end, UNTOLD_LEVEL);
    else if (Math.floor(start * count) === Math.floor(end * count)) raise(start, end, Math.max(...activity));
    else {
      const bin = (to - from + 1) / activity.length;
      activity.forEach((level, index) => {
        const [begin, over] = [from + index * bin, from + (index + 1) * bin];
        if (level > 0 && over > range.from && begin <= range.to) raise(share(begin), share(over), level);
      });
    }
  }
  return columns;
}

/**
 * The columns as one SVG path, each `pitch` wide with a gap, standing on `base` and at most `height` high. Whatever is
 * not nothing can be seen.
 */
export function columnPath(columns: Uint8Array, pitch: number, base: number, height: number): string {
  let path = "";
  columns.forEach((level, index) => {
    if (level === 0) return;
    const tall = Math.max(2, Math.round((level / ACTIVITY_MOST) * height));
    path += `M${round(index * pitch)} ${base}v${-tall}h${round(pitch * 0.7)}v${tall}z`;
  });
  return path;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
