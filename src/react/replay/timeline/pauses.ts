import type { Player, PlayerState } from "../../../player/player.js";
import { lengthOf, shareOf, type TimeWindow } from "./time-window.js";

/** A time in which nothing happened. */
export interface Pause {
  /** Its play time: all of it, or what is left of it when it is jumped. */
  readonly from: number;
  readonly to: number;
  /** How long it was by the clock on the wall, in milliseconds. */
  readonly length: number;
  /** True when it is not played out. */
  readonly isJumped: boolean;
}

/** Shorter pauses are the breath of a lesson, and not shown. */
const SHOWN_MS = 10_000;

/** The pauses of the range from ten seconds on, in order; those before the first and after the last thing that happened too. */
export function pausesOf(
  player: Pick<Player, "positionAt">,
  state: Pick<PlayerState, "stretches" | "range" | "idleLimit">,
): readonly Pause[] {
  const { stretches, range, idleLimit } = state;
  if (!range) return [];
  const pauses: Pause[] = [];
  let quietSince = range.from;
  for (const { from, to } of [...stretches, { from: range.to, to: range.to }]) {
    if (to < range.from || from > range.to) continue;
    const length = from - quietSince;
    if (length >= SHOWN_MS) {
      const [begin, end] = [player.positionAt(quietSince), player.positionAt(from)];
      pauses.push({ from: begin, to: end, length, isJumped: idleLimit !== null && length > idleLimit });
    }
    if (to > quietSince) quietSince = to;
  }
  return pauses;
}

/** A pause on a bar, in pixels from the bar's beginning. */
export interface PauseMark {
  readonly pause: Pause;
  readonly start: number;
  readonly end: number;
}

/** Narrower than this a pause cannot be seen, and nearer than this two are one; in pixels. */
const FINEST_PX = 3;

/** The pauses in the window as marks on a bar `width` pixels long. Of marks that touch the longest pause stands for all. */
export function pauseMarks(pauses: readonly Pause[], window: TimeWindow, width: number): readonly PauseMark[] {
  const marks: PauseMark[] = [];
  if (lengthOf(window) <= 0) return marks;
  for (const pause of pauses) {
    if (pause.to < window.from || pause.from > window.to) continue;
    const start = Math.max(0, shareOf(window, pause.from) * width);
    const end = Math.min(width, Math.max(shareOf(window, pause.to) * width, start + FINEST_PX));
    const last = marks.at(-1);
    if (!last || start - last.end >= FINEST_PX) marks.push({ pause, start, end });
    else
      marks[marks.length - 1] = { pause: longer(last.pause, pause), start: last.start, end: Math.max(end, last.end) };
  }
  return marks;
}

function longer(a: Pause, b: Pause): Pause {
  return b.length > a.length ? b : a;
}

/** The pauses whose length can be written over their marks: the longest first, as many as do not touch, from left to right. */
export function labelledMarks(marks: readonly PauseMark[], labelWidth: number): readonly PauseMark[] {
  const taken: PauseMark[] = [];
  for (const mark of marks.toSorted((a, b) => b.pause.length - a.pause.length)) {
    if (taken.every((other) => Math.abs(middleOf(other) - middleOf(mark)) >= labelWidth)) taken.push(mark);
  }
  return taken.sort((a, b) => a.start - b.start);
}

/** The middle of a mark, in pixels. */
export function middleOf({ start, end }: PauseMark): number {
  return (start + end) / 2;
}

/** The pause that a place of the bar lies in, in pixels from its beginning. */
export function markAt(marks: readonly PauseMark[], x: number): PauseMark | undefined {
  return marks.find(({ start, end }) => x >= start - 1 && x <= end + 1);
}
