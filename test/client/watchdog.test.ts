import { expect, test } from "vitest";

import { createWatchdog } from "../../src/client/watchdog.js";
import { virtualClock } from "../../src/clock/virtual.js";

function setUp() {
  const clock = virtualClock();
  const barks: number[] = [];
  const dog = createWatchdog(clock, 100, () => barks.push(clock.now()));
  return { clock, barks, dog };
}

test("it calls when one and the same thing is waited for too long, once", () => {
  const { clock, barks, dog } = setUp();
  dog.watch(1);
  clock.advance(60);
  dog.watch(1);
  clock.advance(500);
  expect(barks).toEqual([100]);
});

test("while things go on it is quiet", () => {
  const { clock, barks, dog } = setUp();
  for (let step = 0; step < 10; step++) {
    dog.watch(step);
    clock.advance(99);
  }
  expect(barks).toEqual([]);
});

test("with nothing to wait for it runs no timer", () => {
  const { clock, dog } = setUp();
  dog.watch(1);
  dog.watch(null);
  expect(clock.waiting).toBe(0);
});
