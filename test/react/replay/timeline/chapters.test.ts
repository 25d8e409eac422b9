import { expect, test } from "vitest";
import { PlayTime } from "../../../../src/player/play-time.js";
import { chapterAt, chapterMarks, chaptersOf } from "../../../../src/react/replay/timeline/chapters.js";
import type { Millis, Seq } from "../../../../src/signal/ids.js";
import type { Marker, TimeRange } from "../../../../src/tape/timeline.js";

const range = { from: 1000, to: 11_000 } as TimeRange;
const time = new PlayTime(range, [range], null);
const marker = (at: number, label: string, kind: Marker["kind"] = "marker"): Marker => {
  return { kind, seq: at as Seq, at: at as Millis, label };
};
const chapters = (...markers: Marker[]) => chaptersOf(time, { markers, range });
const names = (list: ReturnType<typeof chapters>) => list.map(({ from, marker: by }) => [from, by?.label ?? null]);

test("the first chapter begins with the range, under the name of what was before it", () => {
  expect(names(chapters(marker(500, "before"), marker(3000, "cells"), marker(12_000, "after")))).toEqual([
    [0, "before"],
    [2000, "cells"],
  ]);
  expect(names(chapters(marker(3000, "cells")))).toEqual([
    [0, null],
    [2000, "cells"],
  ]);
  expect(names(chapters(marker(1000, "at once")))).toEqual([[0, "at once"]]);
  expect(chaptersOf(time, { markers: [], range: null })).toEqual([]);
});

test("a moment belongs to the chapter that began last", () => {
  const list = chapters(marker(3000, "cells"), marker(6000, "nucleus"));
  expect([0, 1999, 2000, 9999].map((at) => chapterAt(list, at)?.marker?.label)).toEqual([
    undefined,
    undefined,
    "cells",
    "nucleus",
  ]);
});

test("of marks that touch a marker outlives a page, and those out of the window are left out", () => {
  const list = chapters(marker(3000, "p", "page"), marker(3010, "m"), marker(9000, "q", "page"));
  expect(chapterMarks(list, { from: 0, to: 5000 }, 500)).toEqual([{ at: 200, kind: "marker" }]);
});
