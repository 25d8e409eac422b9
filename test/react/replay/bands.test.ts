import { expect, test } from "vitest";
import type { Player, PlayerState } from "../../../src/player/player.js";
import { bandsOf, tickNear, ticksOf } from "../../../src/react/replay/bands.js";
import type { Millis, Seq } from "../../../src/signal/ids.js";
import type { Marker, TimeRange } from "../../../src/tape/timeline.js";

/** A player in whose range play time is wall time. */
const player = { positionAt: (wall: Millis) => wall - 1000 } as unknown as Player;
const range = (from: number, to: number) => ({ from, to }) as TimeRange;
const state = (stretches: readonly TimeRange[], markers: readonly Marker[] = []) =>
  ({ duration: 1000, range: range(1000, 2000), stretches, markers }) as PlayerState;

test("each stretch is a band, as shares of the bar", () => {
  expect(bandsOf(player, state([range(1000, 1250), range(1500, 2000)]))).toEqual([
    { start: 0, end: 0.25 },
    { start: 0.5, end: 1 },
  ]);
});

test("a stretch outside the range is no band, and the shortest can still be seen", () => {
  expect(bandsOf(player, state([range(0, 900), range(1500, 1500), range(2100, 2200)]))).toEqual([
    { start: 0.5, end: 0.5 + 1 / 400 },
  ]);
});

test("a hundred thousand stretches are at most four hundred bands", () => {
  const many = Array.from({ length: 100_000 }, (_, index) => range(1000 + index / 100, 1000 + index / 100 + 0.001));
  expect(bandsOf(player, state(many)).length).toBeLessThanOrEqual(400);
  const sparse = Array.from({ length: 1000 }, (_, index) => range(1000 + index, 1000 + index));
  expect(bandsOf(player, state(sparse)).length).toBeLessThanOrEqual(400);
});

test("an empty range has neither bands nor ticks", () => {
  const empty = { duration: 0, range: null, stretches: [], markers: [] } as unknown as PlayerState;
  expect([bandsOf(player, empty), ticksOf(player, empty)]).toEqual([[], []]);
});

test("markers of the range are ticks, found near a place", () => {
  const marker = (at: number, label: string) => ({ kind: "marker", seq: at as Seq, at: at as Millis, label }) as const;
  const ticks = ticksOf(player, state([], [marker(900, "before"), marker(1500, "middle"), marker(2100, "after")]));
  expect(ticks.map(({ marker: { label }, at }) => [label, at])).toEqual([["middle", 0.5]]);
  expect(tickNear(ticks, 0.505)?.marker.label).toBe("middle");
  expect(tickNear(ticks, 0.6)).toBeUndefined();
});
