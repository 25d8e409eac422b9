import { expect, test } from "vitest";
import { skippedBetween, watchSkips } from "../../../../src/react/replay/idle/skipped.js";
import type { Millis } from "../../../../src/signal/ids.js";
import { logAt, stage, START } from "../../../player/stage.js";
import { tapeOf } from "../../../tape/tape-of.js";

const HOUR = 3_600_000;
const at = (position: number, wall: number) => ({ position, wall: wall as Millis });

test("a jump is what wall time went on more than play time did", () => {
  expect(skippedBetween(at(0, 0), at(250, 250))).toBe(0);
  expect(skippedBetween(at(1000, 1000), at(1250, 3 * HOUR))).toBe(3 * HOUR - 1250);
});

test("little is not told, nor going back, nor another limit for pauses", () => {
  expect(skippedBetween(at(0, 0), at(250, 5250))).toBe(0);
  expect(skippedBetween(at(9000, 9 * HOUR), at(0, 0))).toBe(0);
  expect(skippedBetween(at(9000, 20_000), at(4000, 20_250))).toBe(0);
});

/** Something happens at once and a second later, and again after three hours; pauses of two seconds are played out. */
async function watched() {
  const set = stage(tapeOf(logAt([0, 1000, 3 * HOUR, 3 * HOUR + 1000]), { blocks: [], keyframes: [] }));
  const skips: number[] = [];
  await set.settle();
  set.player.setIdleLimit(2000);
  const end = watchSkips(set.player, (ms) => skips.push(ms));
  return { ...set, skips, end };
}

test("a pause that is jumped while it plays is told once, with its length", async () => {
  const { player, advance, skips } = await watched();
  player.play();
  await advance(2500);
  expect(skips).toEqual([]);
  await advance(1500);
  expect(skips).toEqual([3 * HOUR - 3000]);
  expect(player.frame.get().wall).toBeGreaterThanOrEqual(START + 3 * HOUR);
});

test("what a viewer jumps is not told, whether it plays or not", async () => {
  const { player, advance, skips } = await watched();
  await player.seek(3500);
  await player.seek(0);
  player.play();
  await advance(500);
  await player.seek(3200);
  await advance(500);
  expect([skips, player.frame.get().wall > START + 3 * HOUR]).toEqual([[], true]);
});

test("nothing is told after its end", async () => {
  const { player, advance, skips, end } = await watched();
  player.play();
  end();
  await advance(4000);
  expect(skips).toEqual([]);
});
