import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findStop, GESTURE_MS } from "../../src/player/stops.js";
import type { Entry } from "../../src/signal/entry.js";
import type { MemberId, Millis, Seq, ShapeId } from "../../src/signal/ids.js";
import type { Signal } from "../../src/signal/signal.js";
import type { BlockRef } from "../../src/tape/timeline.js";

type Sketch = readonly [at: number, what: "change" | "append" | "end" | "cursor" | "event", by?: number | undefined];

const signals: Readonly<Record<Sketch[1], Signal>> = {
  change: { type: "shapes.move", ids: [7 as ShapeId], dx: 1, dy: 0 },
  append: { type: "ink.append", id: 7 as ShapeId, points: new Int32Array(0) },
  end: { type: "ink.end", id: 7 as ShapeId },
  cursor: { type: "cursor", cursor: null },
  event: { type: "event", name: "clap", data: null },
};

const logOf = (...sketches: readonly Sketch[]): Entry[] =>
  sketches.map(([at, what, by = 1], index) => ({
    seq: (index + 1) as Seq,
    at: at as Millis,
    by: by as MemberId,
    clientSeq: index + 1,
    signal: signals[what],
  }));

/** The log in blocks of so many entries. */
const blocksOf = (log: readonly Entry[], size: number): BlockRef[] =>
  Array.from({ length: Math.ceil(log.length / size) }, (_, index) => {
    const run = log.slice(index * size, (index + 1) * size);
    const [first, last] = [run[0] as Entry, run.at(-1) as Entry];
    return { first: first.seq, last: last.seq, from: first.at, to: last.at, bytes: 1, parts: null, activity: [] };
  });

const readerOf = (log: readonly Entry[]) => (blocks: readonly BlockRef[]) =>
  blocks.flatMap(({ first, last }) => log.filter(({ seq }) => seq >= first && seq <= last));

function stop(log: readonly Entry[], wall: number, by: 1 | -1, size = 3) {
  return findStop(blocksOf(log, size), wall as Millis, by, readerOf(log));
}

describe("a stop", () => {
  test("is the end of a stroke, however long the pen rested", () => {
    const log = logOf([0, "append"], [500, "append"], [5000, "append"], [5001, "end"], [9000, "append"], [9100, "end"]);
    expect([stop(log, 0, 1), stop(log, 5001, 1), stop(log, 9100, 1)]).toEqual([5001, 9100, "none"]);
    expect([stop(log, 9100, -1), stop(log, 9050, -1), stop(log, 5001, -1)]).toEqual([5001, 5001, "none"]);
  });

  test("is the last of a run of changes by one member", () => {
    const log = logOf([0, "change"], [60, "change"], [120, "change"], [400, "change"]);
    expect([stop(log, -1, 1), stop(log, 60, 1), stop(log, 120, 1)]).toEqual([120, 120, 400]);
    expect([stop(log, 400, -1), stop(log, 100, -1)]).toEqual([120, "none"]);
  });

  test("of one member is none of another's: what two do at once is two runs", () => {
    const log = logOf([0, "change", 1], [50, "change", 2], [90, "change", 1], [500, "cursor"]);
    expect([stop(log, -1, 1), stop(log, 50, 1)]).toEqual([50, 90]);
  });

  test("is no cursor and no event", () => {
    const log = logOf([0, "cursor"], [300, "event"], [600, "change"], [900, "cursor"]);
    expect([stop(log, -1, 1), stop(log, 600, 1), stop(log, 900, -1), stop(log, 600, -1)]).toEqual([
      600,
      "none",
      600,
      "none",
    ]);
  });

  test("waits for what is not loaded, and for no more than that", () => {
    const log = logOf([0, "change"], [300, "change"], [600, "change"], [900, "change"]);
    const asked: number[] = [];
    const read = (blocks: readonly BlockRef[]) => {
      asked.push(...blocks.map(({ first }) => first));
      return null;
    };
    expect(findStop(blocksOf(log, 1), 300 as Millis, 1, read)).toBeNull();
    expect(asked).toEqual([2]);
  });

  test("comes after so many blocks without any, so that looking for one has an end", () => {
    const log = logOf(...Array.from({ length: 200 }, (_, index): Sketch => [index * 1000, "cursor"]), [200_000, "end"]);
    expect(stop(log, 0, 1, 2)).toBe(63_000);
    expect(stop(log, 190_000, -1, 2)).toBe(128_000);
  });

  test("is the same however the log is cut, and the same forwards and backwards", () => {
    const sketch: fc.Arbitrary<Sketch> = fc.tuple(
      fc.integer({ min: 0, max: 3 * GESTURE_MS }),
      fc.constantFrom<Sketch[1]>("change", "change", "append", "end", "cursor", "event"),
      fc.constantFrom(1, 2),
    );
    fc.assert(
      fc.property(fc.array(sketch, { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 5 }), (gaps, size) => {
        let time = 0;
        const log = logOf(...gaps.map(([gap, what, by]): Sketch => [(time += gap), what, by]));
        const forwards: number[] = [];
        for (let at = stop(log, -1, 1, size); typeof at === "number"; at = stop(log, at, 1, size)) forwards.push(at);
        const backwards: number[] = [];
        for (let at = stop(log, time + 1, -1, size); typeof at === "number"; at = stop(log, at, -1, size))
          backwards.push(at);
        expect(backwards.toReversed()).toEqual(forwards);
        expect(forwards).toEqual(stopsByHand(log));
      }),
    );
  });
});

/** Every stop of a log, by the words of the rule. */
function stopsByHand(log: readonly Entry[]): number[] {
  const isChange = ({ signal }: Entry) => signal.type === "shapes.move";
  const stops = log.filter((entry, index) => {
    if (entry.signal.type === "ink.end") return true;
    const goesOn = (next: Entry) => isChange(next) && next.by === entry.by && next.at - entry.at < GESTURE_MS;
    return isChange(entry) && !log.slice(index + 1).some(goesOn);
  });
  return [...new Set(stops.map(({ at }) => at as number))];
}
