import { describe, expect, test } from "vitest";
import { FIRST_PAGE } from "../../src/board/board.js";
import type { CursorSample } from "../../src/board/presence.js";
import { FADE_MS, GLIDE_MS, IDLE_MS, lookOf } from "../../src/canvas/glide.js";
import type { Millis, PageId } from "../../src/signal/ids.js";

function sample(x: number, at: number, from: { x: number; at: number; page?: PageId } | null): CursorSample {
  const before = from && { page: from.page ?? FIRST_PAGE, x: from.x, y: 0, at: from.at as Millis };
  return { page: FIRST_PAGE, x, y: 0, at: at as Millis, from: before };
}

describe("a cursor", () => {
  test("glides from its last sample in the time that lay between them", () => {
    const cursor = sample(50, 1040, { x: 10, at: 1000 });
    expect([1040, 1050, 1060, 1080].map((time) => lookOf(cursor, time).x)).toEqual([10, 20, 30, 50]);
  });

  test("takes a tenth of a second at most", () => {
    const cursor = sample(100, 5000, { x: 0, at: 5000 - GLIDE_MS });
    expect([5000, 5050, 5000 + GLIDE_MS].map((time) => lookOf(cursor, time).x)).toEqual([0, 50, 100]);
  });

  test("jumps when it was not heard of for longer", () => {
    const cursor = sample(100, 5000, { x: 0, at: 5000 - GLIDE_MS - 1 });
    expect(lookOf(cursor, 5000)).toMatchObject({ x: 100, changesAt: 5000 + IDLE_MS });
  });

  test("is where it was before its sample's time, and does not run ahead", () => {
    expect(lookOf(sample(100, 5000, { x: 0, at: 4900 }), 4000)).toMatchObject({ x: 0, opacity: 1 });
  });

  test("jumps on its first sample, and to another page", () => {
    expect(lookOf(sample(100, 5000, null), 5000).x).toBe(100);
    expect(lookOf(sample(100, 5000, { x: 0, at: 4900, page: "two" as PageId }), 5000).x).toBe(100);
  });

  test("jumps when both samples have the same time", () => {
    expect(lookOf(sample(100, 5000, { x: 0, at: 5000 }), 5000)).toMatchObject({ x: 100 });
  });

  test("fades after ten still seconds and is gone then", () => {
    const cursor = sample(100, 5000, null);
    const opacities = [IDLE_MS - 1, IDLE_MS, IDLE_MS + FADE_MS / 2, IDLE_MS + FADE_MS, 10 * IDLE_MS].map(
      (elapsed) => lookOf(cursor, 5000 + elapsed).opacity,
    );
    expect(opacities).toEqual([1, 1, 0.5, 0, 0]);
  });
});

test("a look says when it changes by itself", () => {
  const cursor = sample(100, 5000, { x: 0, at: 4900 });
  const changesAt = (time: number) => lookOf(cursor, time).changesAt;
  expect(changesAt(5050)).toBe(5050);
  expect(changesAt(5100)).toBe(5000 + IDLE_MS);
  expect(changesAt(5000 + IDLE_MS + 1)).toBe(5000 + IDLE_MS + 1);
  expect(changesAt(5000 + IDLE_MS + FADE_MS)).toBe(Infinity);
});
