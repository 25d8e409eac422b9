import { describe, expect, test } from "vitest";
import type { Millis } from "../../src/signal/ids.js";
import { foldTo, tapeOf } from "../tape/tape-of.js";
import { gated } from "./gated.js";
import { logAt, stage, START, steps } from "./stage.js";

/** Three changes a second apart, a pause of an hour, and another three; a block for every two. */
const log = logAt([0, 1000, 2000, 3_600_000, 3_601_000, 3_602_000]);
const tape = () => tapeOf(log, { blocks: [2, 4], keyframes: [2] });
const at = (ms: number) => (START + ms) as Millis;

async function opened(source = tape()) {
  const set = stage(source);
  await set.settle();
  return set;
}

describe("a step", () => {
  test("goes from change to change, over pauses and blocks, and stays at either end", async () => {
    const { player } = await opened();
    const walls: number[] = [];
    const go = async (by: 1 | -1) => {
      await player.step(by);
      const { wall, board } = player.frame.get();
      walls.push(wall - START);
      expect(board).toEqual(foldTo(log, wall));
    };
    for (const by of [1, 1, 1, 1, 1, 1] as const) await go(by);
    expect(walls).toEqual([1000, 2000, 3_600_000, 3_601_000, 3_602_000, 3_602_000]);
    expect(player.state.get().status).toBe("paused");
    walls.length = 0;
    for (const by of [-1, -1, -1, -1, -1, -1] as const) await go(by);
    expect(walls).toEqual([3_601_000, 3_600_000, 2000, 1000, 0, 0]);
  });

  test("pauses what plays, and begins where that is", async () => {
    const { player, advance } = await opened();
    player.play();
    await advance(1500);
    await player.step(1);
    expect(player.state.get()).toMatchObject({ status: "paused", isPaused: true, isSeeking: false });
    expect(player.frame.get().wall).toBe(at(2000));
    player.play();
    await advance(500);
    await player.step(-1);
    expect(player.frame.get().wall).toBe(at(2000));
  });

  test("adds up while its stops are not loaded", async () => {
    const far = logAt(steps(601, 1000));
    const source = gated(tapeOf(far, { blocks: steps(60, 10), keyframes: [] }));
    const { player, settle } = stage(source);
    await settle();
    while (source.waiting().length > 0) {
      source.openAll();
      await settle();
    }
    await player.seek(8000);
    const loaded = player.state.get().buffered.at(-1)?.to as Millis;
    await player.seekWall(loaded);
    while (source.waiting().length > 0) {
      source.openAll();
      await settle();
    }
    const edge = player.state.get().buffered.at(-1)?.to as Millis;
    await player.seekWall(edge);
    void player.step(1);
    void player.step(1);
    const last = player.step(1);
    expect(player.state.get().isSeeking).toBe(true);
    while (player.state.get().isSeeking) {
      source.openAll();
      await settle();
    }
    await last;
    expect(player.frame.get().wall).toBe(edge + 3000);
  });

  test("is taken over by a seek", async () => {
    const source = gated(tape());
    const { player, settle } = stage(source);
    await settle();
    source.openAll();
    await settle();
    const step = player.step(1);
    const seek = player.seek(0);
    await Promise.all([step, seek]);
    expect(player.frame.get().wall).toBe(at(0));
  });

  test("does nothing where nothing was recorded", async () => {
    const { player, settle } = stage(tape(), { from: at(9_000_000) });
    await settle();
    await player.step(1);
    expect(player.state.get().isEmpty).toBe(true);
  });
});
