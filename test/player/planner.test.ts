import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roomId, type Millis, type Seq } from "../../src/signal/ids.js";
import { plan, type PlanRequest } from "../../src/player/planner.js";
import { partKey } from "../../src/tape/parts.js";
import type { BlockRef, Timeline } from "../../src/tape/timeline.js";

/** Block `n` has the entries 10n+1 to 10n+10 and the time from 1000n to 1000n+900. */
const block = (n: number): BlockRef => ({
  first: (10 * n + 1) as Seq,
  last: (10 * n + 10) as Seq,
  from: (1000 * n) as Millis,
  to: (1000 * n + 900) as Millis,
  bytes: 100,
  parts: null,
  activity: [],
});

const timeline = (numbers: readonly number[], keyframes: readonly number[] = []): Timeline => ({
  room: roomId("r"),
  created: 0 as Millis,
  now: 0 as Millis,
  isLive: false,
  blocks: numbers.map(block),
  keyframes: keyframes.map((seq) => ({ seq: seq as Seq, at: (seq * 100 - 1) as Millis, bytes: 100 })),
  stretches: [],
  markers: [],
  members: [],
});

const all = Array.from({ length: 100 }, (_, index) => index);

function planned(request: Partial<PlanRequest>): string[] {
  const parts = plan({
    timeline: timeline(all),
    has: () => false,
    missing: [],
    wall: 50_500 as Millis,
    ahead: 52_500 as Millis,
    direction: 1,
    ...request,
  });
  return parts.map((part) => (part.type === "block" ? `block ${(part.ref.first - 1) / 10}` : partKey(part)));
}

describe("what to load next", () => {
  test("is first what is due, then what comes, then what was before", () => {
    const ref = block(50);
    expect(planned({ missing: [{ type: "block", ref }] })).toEqual(["block 50", "block 51", "block 52", "block 49"]);
  });

  test("is at least one block ahead, and at most eight", () => {
    expect(planned({ ahead: 50_500 as Millis })).toEqual(["block 51", "block 49"]);
    expect(planned({ ahead: 99_000 as Millis })).toHaveLength(9);
  });

  test("is what was before first when the viewer goes backwards", () => {
    expect(planned({ direction: -1 })).toEqual(["block 49", "block 48", "block 51", "block 52"]);
  });

  test("leaves out what is there", () => {
    expect(planned({ has: ({ ref }) => "first" in ref && ref.first === 511 })).toEqual(["block 52", "block 49"]);
  });

  test("has the keyframe that stands before a block where recording was off", () => {
    const gappy = timeline([49, 50, 60, 61], [600]);
    expect(planned({ timeline: gappy, ahead: 60_000 as Millis })).toEqual(["keyframe 600", "block 60", "block 49"]);
  });

  test("is nothing on a tape without blocks, and ends with the tape", () => {
    expect(planned({ timeline: timeline([]) })).toEqual([]);
    expect(planned({ wall: 99_950 as Millis, ahead: 99_950 as Millis })).toEqual(["block 98"]);
    expect(planned({ wall: -5 as Millis, ahead: -5 as Millis })).toEqual(["block 0"]);
  });

  test("never names a part twice, nor one that is there", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1000, max: 101_000 }),
        fc.nat(60_000),
        fc.constantFrom<1 | -1>(1, -1),
        fc.func(fc.boolean()),
        (wall, more, direction, has) => {
          const known = timeline(all);
          const missing = known.blocks.slice(3, 5).map((ref) => ({ type: "block" as const, ref }));
          const ahead = (wall + more) as Millis;
          const parts = plan({ timeline: known, has, missing, wall: wall as Millis, ahead, direction });
          const keys = parts.map(partKey);
          expect(new Set(keys).size).toBe(keys.length);
          expect(keys.slice(0, 2)).toEqual(missing.map(partKey));
          for (const part of parts.slice(2)) expect(has(part)).toBe(false);
        },
      ),
    );
  });
});
