import type { Player, PlayerState } from "../../../player/player.js";
import type { BlockRef, TimeRange } from "../../../tape/timeline.js";
import { shareOf, type TimeWindow } from "./time-window.js";

type Layout = Pick<Player, "positionAt">;
type Recorded = Pick<PlayerState, "blocks" | "stretches" | "range">;

/** What is taken for a block that does not tell how busy it was: so many entries a second. */
const UNTOLD_RATE = 4;
/** What happened in less than this is counted as if it had taken as long, in milliseconds. */
const LEAST_MS = 500;

/**
 * How busy each of `count` equal parts of the window was: about how many things were done a second, 0 for nothing. A part
 * shows its busiest moment, so nothing that happened falls between two of them; and it shows nothing when nothing
 * happened in it, however the tape is cut.
 */
export function columnsOf(player: Layout, recorded: Recorded, window: TimeWindow, count: number): Float64Array {
  const columns = new Float64Array(count);
  const { blocks, stretches, range } = recorded;
  if (!range || count === 0) return columns;
  const share = (wall: number) => shareOf(window, player.positionAt(wall as BlockRef["from"]));
  for (const { from, to, activity } of within(blocks, range)) {
    const told = activity.length === 0 ? [null] : activity;
    const bin = (to - from + 1) / told.length;
    const rates = told.map((level) => rateOf(level, bin));
    const [first, last] = placesOf(share(from), share(to), count);
    if (first === last) raise(columns, first, last, Math.max(...rates));
    else {
      rates.forEach((rate, index) => {
        const [begin, end] = [from + index * bin, Math.ceil(from + (index + 1) * bin) - 1];
        if (rate === 0 || end < range.from || begin > range.to) return;
        raise(columns, ...placesOf(share(begin), share(end), count), rate);
      });
    }
  }
  const happened = new Float64Array(count);
  for (const { from, to } of within(stretches, range)) raise(happened, ...placesOf(share(from), share(to), count), 1);
  return columns.map((rate, index) => (happened[index] === 0 ? 0 : rate));
}

function within<T extends TimeRange>(parts: readonly T[], range: TimeRange): readonly T[] {
  return parts.filter(({ from, to }) => to >= range.from && from <= range.to);
}

/** The middle of what a level stands for (tape/activity.ts), a second. */
function rateOf(level: number | null, ms: number): number {
  if (level === null) return UNTOLD_RATE;
  return level === 0 ? 0 : (1.5 * 2 ** (level - 1) * 1000) / Math.max(LEAST_MS, ms);
}

/** The first and the last part of the window that a stretch of it touches; none when it lies outside. */
function placesOf(from: number, to: number, count: number): readonly [number, number] {
  if (to < 0 || from > 1) return [0, -1];
  const first = Math.max(0, Math.min(count - 1, Math.floor(from * count)));
  return [first, Math.max(first, Math.min(count - 1, Math.floor(to * count)))];
}

function raise(columns: Float64Array, first: number, last: number, value: number): void {
  for (let column = first; column <= last; column++) columns[column] = Math.max(columns[column] as number, value);
}

/**
 * The columns as one SVG path, each `pitch` wide with a gap, standing on `base`. The busiest is `height` high, one a
 * quarter as busy half as high; whatever is not nothing can be seen.
 */
export function columnPath(columns: Float64Array, pitch: number, base: number, height: number): string {
  const most = columns.reduce((busiest, rate) => Math.max(busiest, rate), 0);
  let path = "";
  columns.forEach((rate, index) => {
    if (rate === 0) return;
    const tall = Math.max(2, Math.round(Math.sqrt(rate / most) * height));
    path += `M${round(index * pitch)} ${base}v${-tall}h${round(pitch * 0.7)}v${tall}z`;
  });
  return path;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
