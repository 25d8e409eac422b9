import { expect, test } from "vitest";
import { clipOf, isClipLooped } from "../../../../src/react/replay/timeline/clip.js";
import { logAt, stage, steps } from "../../../player/stage.js";
import { tapeOf } from "../../../tape/tape-of.js";

/** Ten seconds, a minute of nothing, ten seconds. */
async function opened() {
  const log = logAt([...steps(101, 100), ...steps(101, 100).map((time) => time + 70_000)]);
  const { player, settle } = stage(tapeOf(log, { blocks: [50, 101, 150], keyframes: [101] }));
  await settle();
  return { player, clip: clipOf(player), settle };
}

test("a player has one clip, for all who ask", async () => {
  const { player, clip } = await opened();
  expect(clipOf(player)).toBe(clip);
  expect(clip.get()).toBeNull();
});

test("one end marked is a clip to the end or from the beginning", async () => {
  const { player, clip } = await opened();
  const { duration } = player.state.get();
  clip.setEnd("from", 3000);
  expect(clip.get()).toEqual({ from: 3000, to: duration });
  clip.setEnd("to", 5000);
  expect(clip.get()).toEqual({ from: 3000, to: 5000 });
  clip.setEnd("from", 8000);
  expect(clip.get()).toEqual({ from: 8000, to: duration });
  clip.setEnd("to", 1000);
  expect(clip.get()).toEqual({ from: 0, to: 1000 });
});

test("a clip lies within the recording, begins before it ends, and is never empty", async () => {
  const { player, clip } = await opened();
  clip.set({ from: 9e9, to: -5 });
  expect(clip.get()).toEqual({ from: 0, to: player.state.get().duration });
  clip.set({ from: 2000, to: 2000 });
  expect(clip.get()).toBeNull();
});

test("it keeps its moments when pauses are played out instead of skipped", async () => {
  const { player, clip, settle } = await opened();
  clip.set({ from: 5000, to: 15_000 });
  let told = 0;
  clip.subscribe(() => (told += 1));
  player.setIdleLimit(null);
  await settle();
  expect(clip.get()).toEqual({ from: 5000, to: 73_000 });
  expect(told).toBe(1);
  player.setIdleLimit(2000);
  await settle();
  expect(clip.get()).toEqual({ from: 5000, to: 15_000 });
});

test("a clip that is played again and again stays so while it is moved, and not when it is gone", async () => {
  const { player, clip, settle } = await opened();
  clip.set({ from: 1000, to: 4000 });
  expect(isClipLooped(player)).toBe(false);
  player.setLoop(clip.get());
  clip.setEnd("to", 6000);
  expect([player.state.get().loop, isClipLooped(player)]).toEqual([{ from: 1000, to: 6000 }, true]);
  clip.setEnd("to", 12_345);
  player.setIdleLimit(null);
  await settle();
  expect(isClipLooped(player)).toBe(true);
  clip.set(null);
  expect(player.state.get().loop).toBeNull();
});

test("another loop is left alone", async () => {
  const { player, clip } = await opened();
  player.setLoop({ from: 0, to: Number.POSITIVE_INFINITY });
  clip.set({ from: 1000, to: 4000 });
  clip.set(null);
  expect(player.state.get().loop).toEqual({ from: 0, to: Number.POSITIVE_INFINITY });
});
