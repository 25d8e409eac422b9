import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Stamper } from "../../src/room/stamper.js";
import { shapeId, type MemberId, type Millis } from "../../src/signal/ids.js";
import type { Signal } from "../../src/signal/signal.js";
import { marker, stroke } from "../../src/testing/samples.js";

const ADA = 1 as MemberId;
const BOB = 2 as MemberId;
const ID = shapeId(ADA, 0);
const [begin] = stroke(ADA, 0) as [Signal];
const end: Signal = { type: "ink.end", id: ID };

/** Points of the stroke, the last of them made so long after it began. */
function pointsUntil(t: number): Signal {
  return { type: "ink.append", id: ID, points: Int32Array.of(0, 0, Math.max(0, t - 9), 32, 1, 1, t, 32) };
}

/** Stamps signals that come at their times; the stamps. */
function stamps(...coming: readonly (readonly [now: number, signal: Signal, by?: MemberId])[]): number[] {
  const stamper = new Stamper();
  let last = 0 as Millis;
  return coming.map(([now, signal, by = ADA]) => (last = stamper.stamp({ by, clientSeq: 0, signal }, last, now)));
}

test("what is no pen's gets the clock's whole milliseconds, and never less than what was before", () => {
  expect(stamps([1000.9, marker("a")], [1012.2, marker("b")], [900, marker("c")])).toEqual([1000, 1012, 1012]);
});

describe("points of a live stroke", () => {
  test("get the end of the tick in which the pen made the last of them", () => {
    expect(stamps([1000, begin], [1040, pointsUntil(30)], [1130, pointsUntil(70)])).toEqual([1000, 1033, 1099]);
  });

  test.each([
    ["came sooner than their tick ends", 1020, 1020],
    ["were longer on their way than a blink", 1200, 1200],
  ])("that %s get the time at which they come", (_, now, at) => {
    expect(stamps([1000, begin], [now, pointsUntil(30)])).toEqual([1000, at]);
  });

  test("are never dated before what came before them", () => {
    expect(stamps([1000, begin], [1050, marker("a")], [1060, pointsUntil(30)])).toEqual([1000, 1050, 1050]);
  });

  test("of somebody else's stroke, or of one that nobody began, get the time at which they come", () => {
    expect(stamps([1000, begin], [1040, pointsUntil(30), BOB])).toEqual([1000, 1040]);
    expect(stamps([1040, pointsUntil(30)])).toEqual([1040]);
  });
});

test("a stroke's end gets the time of its last points, and after it nothing is known of the stroke", () => {
  expect(stamps([1000, begin], [1040, pointsUntil(30)], [1041, end], [1070, pointsUntil(40)])).toEqual([
    1000, 1033, 1033, 1070,
  ]);
});

test("an end that comes long after the last points gets the time at which it comes", () => {
  expect(stamps([1000, begin], [1040, pointsUntil(30)], [1800, end])).toEqual([1000, 1033, 1800]);
});

test("times never run backwards nor ahead of the clock, whatever comes when", () => {
  const signal = fc.oneof(fc.constantFrom(begin, end, marker("a")), fc.nat(400).map(pointsUntil));
  const coming = fc.tuple(fc.integer({ min: -20, max: 120 }), signal);
  fc.assert(
    fc.property(fc.array(coming, { maxLength: 30 }), (all) => {
      const stamper = new Stamper();
      let [now, latest, last] = [1000, 1000, 0 as Millis];
      for (const [step, signal] of all) {
        now += step;
        latest = Math.max(latest, now);
        const at = stamper.stamp({ by: ADA, clientSeq: 0, signal }, last, now);
        expect(at).toBeGreaterThanOrEqual(Math.max(last, now - 100));
        expect(at).toBeLessThanOrEqual(latest);
        last = at;
      }
    }),
  );
});
