import { describe, expect, test } from "vitest";
import type { Millis } from "../../src/signal/ids.js";
import { foldTo, tapeOf } from "../tape/tape-of.js";
import { gated } from "./gated.js";
import { logAt, stage, START, steps } from "./stage.js";

/** 200 s of an entry every 100 ms, in blocks of 10 s. */
const log = logAt(steps(2001, 100));
const tape = () => tapeOf(log, { blocks: steps(21, 100), keyframes: [400, 800, 1200, 1600] });
const at = (ms: number) => (START + ms) as Millis;

async function opened(source = tape()) {
  const set = stage(source);
  await set.settle();
  return set;
}

describe("a loop", () => {
  test("plays its range again and again, and every picture is exact", async () => {
    const { player, advance, frames } = await opened();
    await player.seek(1000);
    player.setLoop({ from: 1000, to: 2000 });
    frames.length = 0;
    player.play();
    await advance(3500);
    const rounds = frames.filter(({ position }, index) => position < (frames[index - 1]?.position ?? 0));
    expect(rounds.map(({ position }) => position)).toEqual([1000, 1000, 1000]);
    expect(Math.max(...frames.map(({ position }) => position))).toBe(2000);
    expect(player.state.get()).toMatchObject({ status: "playing", loop: { from: 1000, to: 2000 } });
    for (const { board, wall } of frames) expect(board).toEqual(foldTo(log, wall));
  });

  test("of the whole begins again at the end", async () => {
    const { player, advance } = await opened();
    player.setLoop({ from: 0, to: Infinity });
    await player.seek(199_900);
    player.play();
    await advance(300);
    expect(player.state.get().status).toBe("playing");
    expect(player.frame.get().position).toBeLessThan(300);
  });

  test("has its beginning loaded before it is due, however far away", async () => {
    const source = gated(tape());
    const { player, settle, advance } = stage(source);
    await settle();
    const load = async () => {
      while (source.waiting().length > 0) {
        source.openAll();
        await settle();
      }
    };
    await load();
    player.setLoop({ from: 45_000, to: 185_000 });
    void player.seek(180_000);
    await settle();
    await load();
    const statuses = new Set<string>();
    player.play();
    await advance(50);
    await load();
    player.state.subscribe(() => statuses.add(player.state.get().status));
    await advance(6000);
    expect(player.frame.get().position).toBeGreaterThanOrEqual(45_000);
    expect(player.frame.get().position).toBeLessThan(47_000);
    expect(statuses.has("buffering")).toBe(false);
    expect(player.frame.get().board).toEqual(foldTo(log, player.frame.get().wall));
  });

  test("is run into from before it; from after it, playing goes on to the end", async () => {
    const { player, advance } = await opened();
    player.setLoop({ from: 2000, to: 3000 });
    player.play();
    await advance(3200);
    expect(player.frame.get().position).toBeLessThan(2300);
    await player.seek(199_500);
    await advance(600);
    expect(player.state.get()).toMatchObject({ status: "ended", loop: { from: 2000, to: 3000 } });
  });

  test("begins when playing is at its very end", async () => {
    const { player, advance } = await opened();
    player.setLoop({ from: 2000, to: 200_000 });
    await player.seek(200_000);
    player.play();
    await advance(100);
    expect(player.frame.get().position).toBeGreaterThanOrEqual(2000);
    expect(player.frame.get().position).toBeLessThan(2200);
  });

  test("stays around the same moments when the idle limit changes", async () => {
    const gappy = logAt([0, 1000, 61_000, 62_000]);
    const { player } = await opened(tapeOf(gappy, { blocks: [2], keyframes: [] }));
    player.setLoop({ from: 3500, to: 4000 });
    player.setIdleLimit(null);
    expect(player.state.get().loop).toEqual({ from: 61_500, to: 62_000 });
    player.setLoop({ from: 500, to: Infinity });
    player.setIdleLimit(5000);
    expect(player.state.get().loop).toEqual({ from: 500, to: Infinity });
  });

  test("that ends before it begins is refused", async () => {
    const { player } = await opened();
    for (const loop of [
      { from: 5, to: 5 },
      { from: 9, to: 1 },
      { from: NaN, to: 1 },
      { from: 0, to: NaN },
    ])
      expect(() => player.setLoop(loop)).toThrow(expect.objectContaining({ code: "bad-argument" }));
    expect(player.state.get().loop).toBeNull();
  });

  test("ends when it is taken back", async () => {
    const { player, advance } = await opened();
    player.setLoop({ from: 0, to: 1000 });
    player.play();
    await advance(1500);
    player.setLoop(null);
    await advance(1500);
    expect(player.frame.get().position).toBeGreaterThan(1500);
    expect(player.frame.get().wall).toBeLessThan(at(3000));
  });
});
