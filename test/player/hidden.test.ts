import { describe, expect, test } from "vitest";
import type { Clock } from "../../src/clock/clock.js";
import { virtualClock } from "../../src/clock/virtual.js";
import { createPlayer } from "../../src/player/create-player.js";
import type { WhenHidden } from "../../src/player/player.js";
import { tapeOf } from "../tape/tape-of.js";
import { logAt, steps } from "./stage.js";

const log = logAt(steps(2001, 100));
const tape = () => tapeOf(log, { blocks: [], keyframes: [] });

/** A player on a page that is given no frames while it is hidden, and time no oftener than every so many milliseconds. */
async function opened(whenHidden?: WhenHidden, every = 0) {
  const clock = virtualClock(5_000_000);
  let isHidden = false;
  let held: (() => void) | null = null;
  const frame = (callback: (now: number) => void) => {
    if (!isHidden) return clock.frame(callback);
    held = () => void clock.frame(callback);
    return () => void (held = null);
  };
  const after: Clock["after"] = (ms, callback) => clock.after(Math.max(ms, every), callback);
  const player = createPlayer({ source: tape(), clock: { now: clock.now, frame, after }, whenHidden });
  for (let turn = 0; turn < 40; turn++) await Promise.resolve();
  const setHidden = (next: boolean) => {
    isHidden = next;
    player.setHidden(next);
    if (!next) held?.();
  };
  const events: string[] = [];
  for (const type of ["play", "pause", "playing", "ended"] as const) player.on(type, () => events.push(type));
  return { player, clock, setHidden, events };
}

describe("a player that nobody sees", () => {
  test("is paused, and plays on when it is seen again", async () => {
    const { player, clock, setHidden, events } = await opened();
    player.play();
    clock.advance(1000);
    const { position } = player.frame.get();
    setHidden(true);
    expect(player.state.get()).toMatchObject({ status: "paused", isPaused: true });
    clock.advance(60_000);
    setHidden(false);
    expect(player.state.get().status).toBe("playing");
    clock.advance(1000);
    expect(player.frame.get().position - position).toBeCloseTo(1000, -2);
    expect(events).toEqual(["play", "playing", "pause", "play", "playing"]);
  });

  test("stays paused when it was, or when it is paused meanwhile", async () => {
    const { player, clock, setHidden } = await opened();
    setHidden(true);
    setHidden(false);
    expect(player.state.get().isPaused).toBe(true);
    player.play();
    clock.advance(100);
    setHidden(true);
    player.pause();
    setHidden(false);
    expect(player.state.get().isPaused).toBe(true);
  });

  test("plays when it is seen, if it was asked to before", async () => {
    const { player, clock, setHidden } = await opened();
    setHidden(true);
    player.play();
    clock.advance(5000);
    expect([player.state.get().isPaused, player.frame.get().position]).toEqual([true, 0]);
    setHidden(false);
    expect(player.state.get().isPaused).toBe(false);
  });

  test("goes on where that is wanted, tells of every entry in time, and ends on time", async () => {
    const { player, clock, setHidden, events } = await opened("goOn");
    const seen: number[] = [];
    player.onEntries((entries) => seen.push(...entries.map(({ seq }) => seq)));
    player.play();
    clock.advance(1000);
    setHidden(true);
    clock.advance(10_000);
    expect(player.state.get().status).toBe("playing");
    expect(player.frame.get().position).toBeGreaterThan(10_700);
    expect(seen).toEqual(steps(seen.length, 1).map((index) => index + 2));
    setHidden(false);
    clock.advance(1000);
    expect(player.frame.get().position).toBeCloseTo(12_000, -2);
    setHidden(true);
    clock.advance(190_000);
    expect(events.at(-1)).toBe("ended");
  });

  test.each([
    ["loses none where it is given time once a minute", 60_000, 61_000],
    ["catches nothing up where the machine slept", 3_600_000, 1000],
  ])("%s", async (_, every, position) => {
    const { player, clock, setHidden } = await opened("goOn", every);
    player.play();
    clock.advance(1000);
    setHidden(true);
    clock.advance(every);
    expect(player.frame.get().position).toBeCloseTo(position, -2);
  });
});
