import fc from "fast-check";
import { expect, test } from "vitest";

import { virtualClock } from "../../src/clock/virtual.js";

const FRAME_MS = 1000 / 60;

test("it shows the time it was given until its owner moves it", () => {
  const clock = virtualClock(5000);
  expect(clock.now()).toBe(5000);
  clock.advance(250);
  expect(clock.now()).toBe(5250);
});

test("everything that falls due rings in order, each at its own time", () => {
  const clock = virtualClock(100);
  const rung: [string, number][] = [];
  for (const [name, ms] of [
    ["c", 30],
    ["a", 10],
    ["b", 20],
    ["late", 31],
  ] as const) {
    clock.after(ms, () => rung.push([name, clock.now()]));
  }
  clock.advance(30);
  expect(rung).toEqual([
    ["a", 110],
    ["b", 120],
    ["c", 130],
  ]);
  expect(clock.waiting).toBe(1);
});

test("what is due at the same time rings in the order it was asked for", () => {
  const clock = virtualClock();
  const rung: number[] = [];
  for (const name of [1, 2, 3]) clock.after(5, () => rung.push(name));
  clock.advance(5);
  expect(rung).toEqual([1, 2, 3]);
});

test("what was taken back does not ring, and taking back later is harmless", () => {
  const clock = virtualClock();
  const rung: string[] = [];
  clock.after(5, () => rung.push("no"))();
  const cancel = clock.after(5, () => rung.push("yes"));
  clock.advance(5);
  cancel();
  expect([rung, clock.waiting]).toEqual([["yes"], 0]);
});

test("one ringing may take back another that is due at the same time", () => {
  const clock = virtualClock();
  const rung: string[] = [];
  clock.after(5, () => {
    rung.push("first");
    cancel();
  });
  const cancel = clock.after(5, () => rung.push("second"));
  clock.advance(5);
  expect(rung).toEqual(["first"]);
});

test("what is set while it moves rings in the same move when it falls due", () => {
  const clock = virtualClock();
  const rung: number[] = [];
  const tick = () => {
    rung.push(clock.now());
    clock.after(10, tick);
  };
  clock.after(10, tick);
  clock.advance(35);
  expect(rung).toEqual([10, 20, 30]);
});

test("frames come 60 to the second, on a beat that counts from the start", () => {
  const clock = virtualClock(1000);
  const frames: number[] = [];
  const loop = (now: number) => {
    frames.push(now);
    clock.frame(loop);
  };
  clock.advance(5);
  clock.frame(loop);
  clock.advance(995);
  expect(frames.length).toBe(60);
  frames.forEach((now, index) => expect(now).toBeCloseTo(1000 + (index + 1) * FRAME_MS));
});

test("a frame tells its own moment, which is the clock's", () => {
  const clock = virtualClock();
  let both: [number, number] | null = null;
  clock.frame((now) => (both = [now, clock.now()]));
  clock.advance(100);
  expect(both).toEqual([FRAME_MS, FRAME_MS]);
});

test("a frame that was taken back is not drawn", () => {
  const clock = virtualClock();
  let frames = 0;
  clock.frame(() => (frames += 1))();
  clock.advance(100);
  expect([frames, clock.waiting]).toEqual([0, 0]);
});

test("however the time is cut into moves, the same rings at the same times", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(100), { maxLength: 10 }),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 10 }),
      (delays, moves) => {
        const run = (steps: readonly number[]) => {
          const clock = virtualClock();
          const rung: [number, number][] = [];
          delays.forEach((ms, name) => clock.after(ms, () => rung.push([name, clock.now()])));
          for (const ms of steps) clock.advance(ms);
          return rung;
        };
        expect(run(moves)).toEqual(run([moves.reduce((sum, ms) => sum + ms, 0)]));
      },
    ),
  );
});

test("frames come 60 to the second at times of this century too, where milliseconds have a coarse grain", () => {
  const clock = virtualClock(Date.UTC(2026, 2, 3, 14));
  const times: number[] = [];
  const draw = (now: number) => {
    times.push(now);
    if (times.length < 1000) clock.frame(draw);
  };
  clock.frame(draw);
  clock.advance(10_000);
  expect(times).toHaveLength(600);
  expect(times.every((time, index) => index === 0 || time > (times[index - 1] ?? 0))).toBe(true);
});
