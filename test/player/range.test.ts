import { describe, expect, test } from "vitest";
import type { Millis } from "../../src/signal/ids.js";
import type { PlayerOptions } from "../../src/player/player.js";
import { foldTo, tapeOf } from "../tape/tape-of.js";
import { logAt, stage, START, steps } from "./stage.js";

/** An hour apart: two stretches of 10 s. */
const log = logAt([...steps(11, 1000), ...steps(11, 1000).map((time) => time + 3_600_000)]);
const at = (ms: number) => (START + ms) as Millis;

async function opened(options: Partial<PlayerOptions>) {
  const set = stage(tapeOf(log, { blocks: [11], keyframes: [] }), options);
  await set.settle();
  return set.player;
}

describe("a range", () => {
  test("is the whole tape, from the room's creation to its last activity, unless it says otherwise", async () => {
    const player = await opened({});
    expect(player.state.get()).toMatchObject({
      range: { from: at(0), to: at(3_610_000) },
      duration: 22_000,
      isClamped: false,
      isEmpty: false,
      isLive: false,
    });
  });

  test.each([
    ["a Date", new Date(at(5000))],
    ["ISO text", new Date(at(5000)).toISOString()],
    ["milliseconds", at(5000)],
  ])("may be given as %s", async (_, from) => {
    const player = await opened({ from, to: at(8000) });
    expect(player.state.get()).toMatchObject({ range: { from: at(5000), to: at(8000) }, duration: 3000 });
  });

  test("has what was drawn before it on its first picture", async () => {
    const player = await opened({ from: at(5500), to: at(8000) });
    expect(player.frame.get()).toMatchObject({ position: 0, wall: at(5500) });
    expect(player.frame.get().board).toEqual(foldTo(log, at(5500)));
  });

  test("is clamped to what is recorded, and says so", async () => {
    const player = await opened({ from: at(-5000), to: at(9e9) });
    expect(player.state.get()).toMatchObject({ range: { from: at(0), to: at(3_610_000) }, isClamped: true });
    expect((await opened({ from: at(0) })).state.get().isClamped).toBe(false);
  });

  test.each([
    ["in which nothing happened", at(20_000), at(30_000)],
    ["after everything", at(4_000_000), at(5_000_000)],
    ["before everything", at(-5000), at(-1000)],
    ["that ends before it begins", at(9000), at(1000)],
  ])("%s is empty, which is a state and not a blank picture", async (_, from, to) => {
    const player = await opened({ from, to });
    expect(player.state.get()).toMatchObject({ isEmpty: true, range: null, duration: 0, status: "ended", error: null });
    expect(player.frame.get().board).toBeNull();
    player.play();
    await player.seek(5);
    expect(player.state.get().status).toBe("ended");
  });

  test("of a tape without entries is empty", async () => {
    const { player, settle } = stage(tapeOf([], { blocks: [], keyframes: [] }));
    await settle();
    expect(player.state.get()).toMatchObject({ isEmpty: true, status: "ended" });
  });

  test.each([
    ["from", { from: "next tuesday" }],
    ["to", { to: Number.NaN }],
  ])("whose %s is no moment makes a player that has failed and says why", async (name, options) => {
    const player = await opened(options);
    expect(player.state.get()).toMatchObject({ status: "failed", error: { code: "bad-argument" } });
    expect(player.state.get().error?.message).toContain(`as "${name}" is no moment`);
    player.play();
    expect(player.state.get().status).toBe("failed");
  });
});
