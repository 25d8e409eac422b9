import type { Clock } from "../../src/clock/clock.js";
import { describe, expect, test } from "vitest";
import type { Entry } from "../../src/signal/entry.js";
import type { Millis } from "../../src/signal/ids.js";
import { foldTo, tapeOf } from "../tape/tape-of.js";
import { logAt, stage, START, steps } from "./stage.js";

/** 10 s of an entry every 100 ms, in blocks of 20. */
const log = logAt(steps(101, 100));
const tape = () => tapeOf(log, { blocks: [20, 40, 60, 80], keyframes: [40] });
const at = (ms: number) => (START + ms) as Millis;

/** 200 s, more than is loaded ahead, in blocks of 5 s. */
const farLog = logAt(steps(2001, 100));
const farTape = () => tapeOf(farLog, { blocks: steps(41, 50), keyframes: [500, 1000, 1500] });

async function opened(options = {}, source = tape()) {
  const set = stage(source, options);
  await set.settle();
  return { ...set, tape: source };
}

describe("a player", () => {
  test("waits for the index, then shows the first picture without being asked to play", async () => {
    const { player, settle } = stage(tape());
    expect(player.state.get().status).toBe("waiting");
    await settle();
    expect(player.state.get()).toMatchObject({
      status: "paused",
      duration: 10_000,
      range: { from: at(0), to: at(10_000) },
    });
    expect(player.frame.get()).toMatchObject({ position: 0, wall: at(0) });
    expect(player.frame.get().board).toEqual(foldTo(log, at(0)));
  });

  test("plays in the clock's time and ends at the end of the range", async () => {
    const { player, advance, frames } = await opened();
    player.play();
    await advance(5000);
    expect(player.state.get().status).toBe("playing");
    expect(player.frame.get().position).toBeCloseTo(5000, -1.5);
    await advance(5100);
    expect(player.state.get().status).toBe("ended");
    expect(player.frame.get()).toMatchObject({ position: 10_000, wall: at(10_000) });
    expect(player.frame.get().board).toEqual(foldTo(log, at(10_000)));
    expect(frames.every((frame, index) => index === 0 || frame.position >= (frames[index - 1]?.position ?? 0))).toBe(
      true,
    );
  });

  test("rests when it ends or is paused: no frame and no timer is waited for", async () => {
    const { player, clock, advance } = await opened();
    player.play();
    await advance(1000);
    expect(clock.waiting).toBe(1);
    player.pause();
    expect(clock.waiting).toBe(0);
    player.play();
    await advance(9200);
    expect(player.state.get().status).toBe("ended");
    expect(clock.waiting).toBe(0);
  });

  test("begins again when it is played at its end", async () => {
    const { player, advance } = await opened();
    await player.seek(10_000);
    player.play();
    await advance(200);
    expect(player.frame.get().position).toBeLessThan(300);
    expect(player.state.get().status).toBe("playing");
  });

  test("is where it was paused, and plays on from there", async () => {
    const { player, advance } = await opened();
    player.play();
    await advance(1234);
    player.pause();
    const { position } = player.frame.get();
    await advance(5000);
    expect(player.frame.get().position).toBe(position);
    player.play();
    await advance(100);
    expect(player.frame.get().position - position).toBeCloseTo(100, -1.5);
  });

  test("changes its rate while it plays without a jump", async () => {
    const { player, advance, frames } = await opened();
    player.play();
    await advance(1000);
    const { position } = player.frame.get();
    player.setRate(4);
    await advance(1000);
    expect(player.state.get().rate).toBe(4);
    expect(player.frame.get().position - position).toBeCloseTo(4000, -2);
    const steps = frames.slice(1).map((frame, index) => frame.position - (frames[index]?.position ?? 0));
    expect(Math.max(...steps)).toBeLessThan(100);
  });

  test("keeps its rate within 0.25 and 16, and refuses what is no number", async () => {
    const { player } = await opened();
    player.setRate(99);
    expect(player.state.get().rate).toBe(16);
    player.setRate(0);
    expect(player.state.get().rate).toBe(0.25);
    expect(() => player.setRate(Number.NaN)).toThrow("NaN is no rate");
    expect(() => player.seek(Number.NaN)).toThrow("NaN is no position");
  });

  test("hands out each entry once and in order as it is played, and none that is sought over", async () => {
    const { player, advance } = await opened();
    const seen: number[] = [];
    player.onEntries((entries: readonly Entry[]) => seen.push(...entries.map(({ seq }) => seq)));
    player.play();
    await advance(1000);
    const before = seen.length;
    expect(seen).toEqual(log.slice(1, 1 + before).map(({ seq }) => seq));
    expect(before).toBeGreaterThan(8);
    await player.seek(5000);
    await advance(1000);
    expect(seen.slice(before)).toEqual(log.slice(51, 51 + seen.length - before).map(({ seq }) => seq));
    expect(seen.length - before).toBeGreaterThan(8);
  });

  test("does not catch up in one frame what passed while no frames came", async () => {
    let now = 0;
    let due: ((now: number) => void) | undefined;
    const handClock: Clock = {
      now: () => now,
      frame: (callback) => {
        due = callback;
        return () => (due = undefined);
      },
      after: () => () => undefined,
    };
    const tick = (ms: number) => due?.((now += ms));
    const { player } = await opened({ clock: handClock });
    player.play();
    for (let frame = 0; frame < 10; frame++) tick(20);
    expect(player.frame.get().position).toBe(200);
    tick(5000);
    expect(player.frame.get().position).toBe(200);
    tick(20);
    expect(player.frame.get().position).toBe(220);
  });

  test("does nothing any more once it is closed", async () => {
    const { player, clock, advance, frames } = await opened();
    player.play();
    await advance(500);
    player.close();
    const count = frames.length;
    player.play();
    await player.seek(9000);
    await advance(500);
    expect(frames.length).toBe(count);
    expect(clock.waiting).toBe(0);
  });
});

describe("a seek", () => {
  test("shows the board of its moment and says when it does", async () => {
    const { player, frames } = await opened({}, farTape());
    const sought = player.seek(170_050);
    expect(player.frame.get()).toMatchObject({ position: 170_050, wall: at(0), isWhole: false });
    await sought;
    expect(frames.map(({ wall }) => wall)).toEqual([at(0), at(0), at(149_900), at(170_050)]);
    expect(player.frame.get().wall).toBe(at(170_050));
    expect(player.frame.get().board).toEqual(foldTo(farLog, at(170_050)));
    expect(player.state.get().status).toBe("paused");
  });

  test("goes to a wall time too, and stays within the range", async () => {
    const { player } = await opened({ from: at(2000), to: at(6000) });
    await player.seekWall(at(3000));
    expect(player.frame.get()).toMatchObject({ position: 1000, wall: at(3000) });
    await player.seekWall(at(9000));
    expect(player.frame.get()).toMatchObject({ position: 4000, wall: at(6000) });
    await player.seek(-5);
    expect(player.frame.get()).toMatchObject({ position: 0, wall: at(2000) });
    expect([player.wallAt(1000), player.positionAt(at(5000))]).toEqual([at(3000), 3000]);
  });

  test("while it plays plays on from there", async () => {
    const { player, advance } = await opened();
    player.play();
    await advance(500);
    await player.seek(8000);
    expect(player.state.get().status).toBe("playing");
    await advance(500);
    expect(player.frame.get().position).toBeCloseTo(8500, -1.5);
  });

  test("before the index is there is done as soon as it is", async () => {
    const { player } = stage(tape());
    const first = player.seek(1000);
    const second = player.seekWall(at(4000));
    await Promise.all([first, second]);
    expect(player.frame.get()).toMatchObject({ position: 4000, wall: at(4000) });
  });

  test("that is taken over by another is settled, and never shown", async () => {
    const { player, frames } = await opened({}, farTape());
    await Promise.all([player.seek(90_000), player.seek(190_000), player.seek(140_000)]);
    const walls = frames.map(({ wall }) => wall);
    expect(walls.at(-1)).toBe(at(140_000));
    for (const taken of [90_000, 190_000]) expect(walls).not.toContain(at(taken));
  });

  test("at the end is the end: playing begins again", async () => {
    const { player, advance } = await opened();
    player.play();
    await player.seek(20_000);
    await advance(100);
    expect(player.state.get().status).toBe("ended");
    await player.seek(5000);
    expect(player.state.get().status).toBe("paused");
  });

  test("is shown at once where everything is loaded", async () => {
    const { player } = await opened();
    await player.seek(500);
    void player.seek(1500);
    expect(player.frame.get().position).toBe(1500);
  });
});

describe("the idle limit", () => {
  const gappy = () => tapeOf(logAt([0, 100, 60_100, 60_200]), { blocks: [2], keyframes: [] });

  test("is two seconds at first, and pauses are jumped", async () => {
    const { player, advance } = await opened({}, gappy());
    expect(player.state.get()).toMatchObject({ idleLimit: 2000, duration: 2200 });
    player.play();
    await advance(2150);
    expect(player.frame.get().wall).toBeGreaterThanOrEqual(at(60_100));
  });

  test("changes while it plays, and the moment shown stays", async () => {
    const { player, advance } = await opened({}, gappy());
    player.play();
    await advance(1100);
    const { wall } = player.frame.get();
    player.setIdleLimit(null);
    await advance(20);
    expect(player.state.get()).toMatchObject({ idleLimit: null, duration: 60_200, status: "playing" });
    expect(player.frame.get().wall - wall).toBeLessThan(100);
    await player.seekWall(at(60_150));
    player.setIdleLimit(5000);
    expect(player.frame.get()).toMatchObject({ wall: at(60_150), position: 5150 });
    player.setIdleLimit(1);
    expect(player.state.get().idleLimit).toBe(2000);
  });
});
