import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InkRun } from "../../src/board/run.js";
import { ON_ITS_WAY_MS, REVEAL_MS, revealedPoints } from "../../src/canvas/reveal.js";
import type { Millis } from "../../src/signal/ids.js";

/** Points at the given times. */
function pointsAt(...times: readonly number[]): Int32Array {
  return Int32Array.from(times.flatMap((t) => [t, 0, t, 32]));
}

function runOf(...batches: readonly (readonly [at: number, ...times: number[]])[]): InkRun {
  return batches.reduce((run, [at, ...times]) => run.append(pointsAt(...times), at as Millis), InkRun.EMPTY);
}

describe("the points of a batch are seen at their own times, a tick after its entry", () => {
  const run = runOf([1000, 0, 10, 20, 30], [1033, 40, 50, 60]);
  test.each([
    [999, 0],
    [1000, 1],
    [1009, 1],
    [1010, 2],
    [1030, 4],
    [1032, 4],
    [1033, 5],
    [1052, 6],
    [1053, 7],
    [9999, 7],
  ])("at %i: %i", (time, count) => {
    expect(revealedPoints(run, time + ON_ITS_WAY_MS)).toBe(count);
  });
});

test("a batch that took longer is shown within a tenth of a second, faster all along", () => {
  const run = runOf([1000, 0, 200, 300, 400]);
  const counts = [0, 49, 50, 75, 99, REVEAL_MS].map((elapsed) => revealedPoints(run, 1000 + ON_ITS_WAY_MS + elapsed));
  expect(counts).toEqual([1, 1, 2, 3, 3, 4]);
});

test("a batch waits for the one before it, even when their entries came at once", () => {
  const run = runOf([1000, 0, 90], [1000, 91, 92]);
  expect([1000, 1050, 1090].map((time) => revealedPoints(run, time + ON_ITS_WAY_MS))).toEqual([1, 1, 4]);
});

test("nothing is seen of an empty stroke", () => {
  expect(revealedPoints(InkRun.EMPTY, 1000)).toBe(0);
});

test("a stroke only ever grows with time, and is whole a tenth of a second after its last points begin to show", () => {
  const batch = fc.tuple(fc.nat(60), fc.array(fc.nat(300), { minLength: 1, maxLength: 8 }));
  fc.assert(
    fc.property(fc.array(batch, { minLength: 1, maxLength: 8 }), fc.array(fc.nat(1000)), (batches, moments) => {
      let [at, time] = [1000, 0];
      let run = InkRun.EMPTY;
      for (const [pause, steps] of batches) {
        at += pause;
        run = run.append(pointsAt(...steps.map((step) => (time += step))), at as Millis);
      }
      const counts = moments.toSorted((a, b) => a - b).map((moment) => revealedPoints(run, 1000 + moment));
      expect(counts).toEqual(counts.toSorted((a, b) => a - b));
      expect(revealedPoints(run, at + ON_ITS_WAY_MS + REVEAL_MS)).toBe(run.count);
    }),
  );
});
