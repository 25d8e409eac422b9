import type { Player, PlayerState } from "../../../player/player.js";
import { lastIndexWhere } from "../../../tape/search.js";
import type { Marker } from "../../../tape/timeline.js";
import type { TimeWindow } from "./time-window.js";
import { lengthOf, shareOf } from "./time-window.js";

/** What was set off by a marker or a change of page, up to the next of them. */
export interface Chapter {
  /** Play time at which it begins, in milliseconds. */
  readonly from: number;
  /** Null for what comes before the first of them. */
  readonly marker: Marker | null;
}

/** The chapters of the range, in order; the first one begins with it, and has the name of what was before it. */
export function chaptersOf(
  player: Pick<Player, "positionAt">,
  { markers, range }: Pick<PlayerState, "markers" | "range">,
): readonly Chapter[] {
  if (!range) return [];
  const before = markers.findLast(({ at }) => at < range.from) ?? null;
  const within = markers.filter(({ at }) => at >= range.from && at <= range.to);
  const chapters = within.map((marker) => ({ from: player.positionAt(marker.at), marker }));
  return chapters[0]?.from === 0 ? chapters : [{ from: 0, marker: before }, ...chapters];
}

/** The chapter that a play time belongs to. */
export function chapterAt(chapters: readonly Chapter[], position: number): Chapter | undefined {
  return chapters[lastIndexWhere(chapters, ({ from }) => from <= position)];
}

/** Where on a bar a chapter begins, in pixels from the bar's beginning, and by what. */
export interface ChapterMark {
  readonly at: number;
  readonly kind: Marker["kind"];
}

/** Marks nearer than this are one, in pixels. */
const FINEST_PX = 4;

/** Where chapters begin in the window, on a bar `width` pixels long. Of marks that touch, a marker outlives a page. */
export function chapterMarks(chapters: readonly Chapter[], window: TimeWindow, width: number): readonly ChapterMark[] {
  const marks: ChapterMark[] = [];
  if (lengthOf(window) <= 0) return marks;
  for (const { from, marker } of chapters) {
    if (!marker || from < window.from || from > window.to) continue;
    const mark = { at: shareOf(window, from) * width, kind: marker.kind };
    const last = marks.at(-1);
    if (!last || mark.at - last.at >= FINEST_PX) marks.push(mark);
    else if (last.kind === "page") marks[marks.length - 1] = { ...last, kind: mark.kind };
  }
  return marks;
}
