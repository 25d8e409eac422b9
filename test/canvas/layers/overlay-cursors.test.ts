import { describe, expect, test } from "vitest";
import { FIRST_PAGE } from "../../../src/board/board.js";
import type { Frame } from "../../../src/canvas/layers/layer.js";
import { ON_ITS_WAY_MS } from "../../../src/canvas/reveal.js";
import { overlayMarks } from "../../../src/canvas/layers/overlay-marks.js";
import { inkColor } from "../../../src/picture/palette.js";
import type { PageId } from "../../../src/signal/ids.js";
import { ANN, BEN, idOf, ink, type Log, ME } from "../support/log.js";
import { frameOf, marksOf, roomOfThree } from "./room-of-three.js";

describe("cursors", () => {
  const point = (log: Log, by: typeof ME, x: number, page = FIRST_PAGE) =>
    log.add(by, { type: "cursor", cursor: { page, x, y: 5 } });

  test("those of the others are shown, with name and colour, one's own is not", () => {
    const log = roomOfThree();
    for (const member of [ME, ANN, BEN]) point(log, member, member);
    expect(marksOf(log)).toEqual([
      { type: "cursor", x: ANN, y: 5, name: "Ann", color: inkColor("red", "light"), opacity: 1, isDrawing: false },
      { type: "cursor", x: BEN, y: 5, name: "Ben", color: "#12ab34", opacity: 1, isDrawing: false },
    ]);
  });

  test("a spectator sees all", () => {
    const log = roomOfThree();
    for (const member of [ME, ANN]) point(log, member, member);
    expect(marksOf(log, { picture: { board: log.board, time: log.time, self: null } })).toHaveLength(2);
  });

  test("those on another page, hidden, or gone for long are not shown", () => {
    const log = roomOfThree();
    point(log, ANN, 1, "two" as PageId);
    expect(marksOf(log)).toEqual([]);
    point(log, ANN, 1);
    expect(marksOf(log, { hasCursors: false })).toEqual([]);
    log.time += 60_000;
    expect(marksOf(log)).toEqual([]);
  });

  test("they say when the picture changes by itself", () => {
    const log = roomOfThree();
    expect(overlayMarks(frameOf(log)).changesAt).toBe(Infinity);
    point(log, ANN, 1);
    expect(overlayMarks(frameOf(log)).changesAt).toBe(log.time + 10_000);
    log.time += 50;
    point(log, ANN, 100);
    expect(overlayMarks(frameOf(log)).changesAt).toBe(log.time);
  });
});

describe("the cursor of one who draws", () => {
  const told = (log: Log, by: typeof ME, x: number, y: number, page = FIRST_PAGE) =>
    log.add(by, { type: "cursor", cursor: { page, x, y } });
  const begin = (log: Log, count: number, x: number, y: number) => {
    const { points: _, ...shape } = ink(idOf(count, ANN), { x, y });
    log.add(ANN, { type: "ink.begin", shape });
  };
  /** Points 10 ms apart, each half a unit further to the right than the one before. */
  const append = (log: Log, count: number, from: number, to: number) => {
    const points = Array.from({ length: to - from }, (_, index) => [from + index, 0, (from + index) * 10, 32]);
    log.add(ANN, { type: "ink.append", id: idOf(count, ANN), points: Int32Array.from(points.flat()) });
  };
  const placesOf = (log: Log, settings?: Partial<Frame>) =>
    marksOf(log, settings).map((mark) => (mark.type === "cursor" ? [mark.name, mark.x, mark.y, mark.opacity] : mark));

  test("is where its pen is to be seen, point after point, and says that it moves", () => {
    const log = roomOfThree();
    told(log, ANN, 5, 5);
    log.time += 1000;
    begin(log, 1, 100, 50);
    expect(placesOf(log)).toEqual([["Ann", 5, 5, 1]]);
    append(log, 1, 0, 4);
    const start = log.time + ON_ITS_WAY_MS;
    const seen = [0, 9, 10, 25, 30, 60].map((ms) => {
      log.time = start + ms;
      const { changesAt } = overlayMarks(frameOf(log));
      return [...(placesOf(log)[0] as unknown[]).slice(1, 2), changesAt - start];
    });
    expect(seen).toEqual([
      [100, 0],
      [100, 9],
      [100.5, 10],
      [101, 25],
      [101.5, 10_000 - ON_ITS_WAY_MS],
      [101.5, 10_000 - ON_ITS_WAY_MS],
    ]);
  });

  test("says that they draw, until the stroke is ended", () => {
    const log = roomOfThree();
    told(log, ANN, 5, 5);
    const isDrawing = () => marksOf(log).map((mark) => mark.type === "cursor" && mark.isDrawing);
    expect(isDrawing()).toEqual([false]);
    begin(log, 1, 100, 50);
    append(log, 1, 0, 4);
    expect(isDrawing()).toEqual([true]);
    log.add(ANN, { type: "ink.end", id: idOf(1, ANN) });
    expect(isDrawing()).toEqual([false]);
  });

  test("goes on from batch to batch", () => {
    const log = roomOfThree();
    begin(log, 1, 100, 50);
    append(log, 1, 0, 4);
    log.time += 40;
    append(log, 1, 4, 8);
    log.time += ON_ITS_WAY_MS + 15;
    expect(placesOf(log)).toEqual([["Ann", 102.5, 50, 1]]);
    log.time += 1000;
    expect(placesOf(log)).toEqual([["Ann", 103.5, 50, 1]]);
  });

  test("is there without one having been told, and on the stroke's page only", () => {
    const log = roomOfThree();
    told(log, ANN, 5, 5, "two" as PageId);
    begin(log, 1, 100, 50);
    append(log, 1, 0, 1);
    expect(placesOf(log)).toEqual([["Ann", 100, 50, 1]]);
    expect(placesOf(log, { page: "two" as PageId })).toEqual([]);
  });

  test("is where it was told to be at the stroke's end, at once", () => {
    const log = roomOfThree();
    told(log, ANN, 5, 5);
    log.time += 1000;
    begin(log, 1, 100, 50);
    append(log, 1, 0, 4);
    log.time += 200;
    log.add(ANN, { type: "ink.end", id: idOf(1, ANN) });
    told(log, ANN, 101.5, 50);
    expect(placesOf(log)).toEqual([["Ann", 101.5, 50, 1]]);
  });

  test("is where it is told to be when that is later than the stroke's last points", () => {
    const log = roomOfThree();
    begin(log, 1, 100, 50);
    append(log, 1, 0, 4);
    log.time += 200;
    told(log, ANN, 7, 8);
    expect(placesOf(log)).toEqual([["Ann", 7, 8, 1]]);
  });

  test("is at the stroke that grew last, fades when the pen rests, and is not one's own", () => {
    const log = roomOfThree();
    begin(log, 1, 100, 50);
    begin(log, 2, 300, 50);
    append(log, 2, 0, 1);
    log.time += 20;
    append(log, 1, 0, 1);
    expect(placesOf(log)).toEqual([["Ann", 100, 50, 1]]);
    expect(placesOf(log, { picture: { board: log.board, time: log.time, self: ANN } })).toEqual([]);
    log.time += 10_500;
    expect(placesOf(log)).toEqual([["Ann", 100, 50, 0.5]]);
    log.time += 1000;
    expect(placesOf(log)).toEqual([]);
  });
});
