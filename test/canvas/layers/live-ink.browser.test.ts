import { describe, expect, test } from "vitest";
import { ON_ITS_WAY_MS } from "../../../src/canvas/reveal.js";
import { ANN, idOf, ink, ME, wave } from "../support/log.js";
import { differentPixels, inkedPixels, mountView } from "../support/mount.js";
import { roomWith } from "../support/room-with.js";

describe("ink under construction", () => {
  const { points: _, ...header } = ink(idOf(1), { x: 100, y: 100 });
  const begin = (by: typeof ME) => {
    const room = roomWith();
    room.add(by, { type: "ink.begin", shape: header }, { type: "ink.append", id: header.id, points: wave(10) });
    const mounted = mountView(room.picture);
    mounted.view.paint();
    return { room, ...mounted };
  };

  test("of another grows as it was drawn", () => {
    const { room, view, pixels } = begin(ANN);
    const inked = [0, 20, 40, 72].map((wait) => {
      const { time } = room;
      room.time += ON_ITS_WAY_MS + wait;
      view.paint();
      room.time = time;
      return inkedPixels(pixels("strokes"));
    });
    expect(inked).toEqual(inked.toSorted((a, b) => a - b));
    expect(new Set(inked).size).toBe(4);
  });

  test("of one's own is there at once", () => {
    const { room, view, pixels } = begin(ME);
    const before = pixels("strokes");
    room.time += 1000;
    view.paint();
    expect(inkedPixels(before)).toBeGreaterThan(0);
    expect(differentPixels(pixels("strokes"), before)).toBe(0);
  });

  test("moves to the finished shapes without a change of form", () => {
    const { room, view, pixels } = begin(ME);
    const growing = inkedPixels(pixels("strokes"));
    room.add(ME, { type: "ink.end", id: header.id });
    view.paint();
    expect(inkedPixels(pixels("strokes"))).toBe(0);
    expect(Math.abs(inkedPixels(pixels("shapes")) - growing)).toBeLessThan(5);
  });
});
