import { expect, test } from "vitest";
import { virtualClock } from "../../src/clock/virtual.js";
import { throttled } from "../../src/react/throttle.js";
import { createStore } from "../../src/store/store.js";

const set = (values: number[]) => {
  const clock = virtualClock();
  const source = createStore(0);
  const calm = throttled(source, 100, clock);
  const told: [number, number][] = [];
  const end = calm.subscribe(() => told.push([clock.now(), calm.get()]));
  for (const value of values) {
    source.set(value);
    clock.advance(30);
  }
  return { clock, source, calm, told, end };
};

test("the first change is told at once, later ones not oftener than the time given", () => {
  const { told } = set([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(told).toEqual([
    [0, 1],
    [100, 4],
    [200, 7],
  ]);
});

test("the last value is never missed", () => {
  const { clock, calm, told } = set([1, 2]);
  clock.advance(1000);
  expect([calm.get(), told.at(-1)]).toEqual([2, [100, 2]]);
  expect(clock.waiting).toBe(0);
});

test("while nobody watches it is as new as its source and waits for nothing", () => {
  const { clock, source, calm, end } = set([1, 2]);
  end();
  expect(clock.waiting).toBe(0);
  source.set(9);
  expect(calm.get()).toBe(9);
});
