import { expect, test } from "vitest";

import { createPacer } from "../../src/client/pacer.js";
import { virtualClock } from "../../src/clock/virtual.js";

function setUp() {
  const clock = virtualClock();
  const beats: number[] = [];
  let work = 0;
  const pacer = createPacer(clock, 33, () => {
    const had = work > 0;
    if (had) beats.push(clock.now());
    work = 0;
    return had;
  });
  const nudge = () => {
    work += 1;
    pacer.nudge();
  };
  return { clock, beats, pacer, nudge };
}

test("after a quiet time it beats at once", () => {
  const { clock, beats, nudge } = setUp();
  clock.advance(1000);
  nudge();
  expect(beats).toEqual([1000]);
});

test("what comes soon after waits for the next beat, all together", () => {
  const { clock, beats, nudge } = setUp();
  for (let ms = 0; ms < 100; ms += 5) {
    nudge();
    clock.advance(5);
  }
  expect(beats).toEqual([0, 33, 66, 99]);
});

test("it goes quiet by itself, with no timer left", () => {
  const { clock, nudge } = setUp();
  nudge();
  clock.advance(33);
  expect(clock.waiting).toBe(0);
});

test("a nudge from inside a beat waits for the next one", () => {
  const clock = virtualClock();
  const beats: number[] = [];
  const pacer = createPacer(clock, 33, () => {
    beats.push(clock.now());
    if (beats.length < 3) pacer.nudge();
    return beats.length < 3;
  });
  pacer.nudge();
  clock.advance(1000);
  expect(beats).toEqual([0, 33, 66]);
});

test("stopped, even from inside a beat, it never beats again and leaves no timer", () => {
  const { clock, beats, pacer, nudge } = setUp();
  nudge();
  pacer.stop();
  nudge();
  expect([beats.length, clock.waiting]).toEqual([1, 0]);

  const inside = createPacer(clock, 33, () => {
    inside.stop();
    return true;
  });
  inside.nudge();
  expect(clock.waiting).toBe(0);
});
