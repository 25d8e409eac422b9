import { expect, test } from "vitest";
import { virtualClock } from "../../../src/clock/virtual.js";
import { pacedClock } from "../../../src/player/media/paced-clock.js";

test("it goes as its base does, faster, slower or not at all, and never jumps", () => {
  const base = virtualClock(1000);
  const clock = pacedClock(base);
  const after = (pace: number) => {
    clock.setPace(pace);
    const before = clock.now();
    base.advance(100);
    return clock.now() - before;
  };
  expect([after(1), after(0), after(0.5), after(2)]).toEqual([100, 0, 50, 200]);
  expect(clock.now()).toBe(1350);
});

test("frames come when the base's do, with its own time; delays are the base's", () => {
  const base = virtualClock();
  const clock = pacedClock(base);
  clock.setPace(0.5);
  const seen: number[] = [];
  clock.frame((now) => seen.push(now));
  clock.after(100, () => seen.push(clock.now()));
  base.advance(100);
  expect(seen).toEqual([1000 / 60 / 2, 50]);
});
