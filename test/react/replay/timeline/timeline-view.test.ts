import { expect, test } from "vitest";
import { timelineViewOf, windowOf, zoomTimeline } from "../../../../src/react/replay/timeline/timeline-view.js";
import { logAt, stage, steps } from "../../../player/stage.js";
import { tapeOf } from "../../../tape/tape-of.js";

/** 100 s of an entry every 100 ms. */
async function opened() {
  const set = stage(tapeOf(logAt(steps(1001, 100)), { blocks: steps(20, 50), keyframes: [500] }));
  await set.settle();
  return { ...set, view: timelineViewOf(set.player) };
}

test("all of it is shown until somebody zooms, and again when they zoom out", async () => {
  const { player, view } = await opened();
  expect(windowOf(player)).toEqual({ from: 0, to: 100_000 });
  zoomTimeline(player, 4, 50_000);
  expect(view.window.get()).toEqual({ from: 37_500, to: 62_500 });
  zoomTimeline(player, 1 / 4);
  expect(view.window.get()).toBeNull();
});

test("whoever has the present moment in sight keeps it", async () => {
  const { player, view, advance } = await opened();
  zoomTimeline(player, 10);
  expect(windowOf(player)).toEqual({ from: 0, to: 10_000 });
  player.play();
  await advance(10_500);
  const { from, to } = windowOf(player);
  expect(to - from).toBeCloseTo(10_000);
  expect(player.frame.get().position).toBeGreaterThan(from);
  expect(player.frame.get().position).toBeLessThan(to);
  await player.seek(90_000);
  expect(windowOf(player).from).toBeCloseTo(89_000);
  view.window.set({ from: 20_000, to: 30_000 });
  await player.seek(95_000);
  expect(windowOf(player)).toEqual({ from: 20_000, to: 30_000 });
});

test("another play time is shown whole", async () => {
  const { player, view } = await opened();
  zoomTimeline(player, 10);
  player.setIdleLimit(null);
  expect(view.window.get()).toBeNull();
});
