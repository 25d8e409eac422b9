import { describe, expect, test } from "vitest";
import { accentColor, inkColor } from "../../../src/picture/palette.js";
import { NO_MARKS } from "../../../src/canvas/tool-marks.js";
import type { PageId } from "../../../src/signal/ids.js";
import { ANN, arrow, idOf, ME, rectangle } from "../support/log.js";
import { marksOf, roomOfThree } from "./room-of-three.js";

describe("selections", () => {
  const [a, b] = [rectangle(idOf(1)), rectangle(idOf(2), { x: 200, y: 100 })];
  const withShapes = () => {
    const log = roomOfThree();
    log.add(ME, { type: "shape.add", shape: a }, { type: "shape.add", shape: b });
    return log;
  };

  test("one shape has its box", () => {
    expect(marksOf(withShapes(), { selection: [a.id] })).toEqual([
      {
        type: "box",
        box: { x: 0, y: 0, w: 100, h: 60 },
        gap: 4,
        color: accentColor("light"),
        line: "solid",
        isFilled: false,
      },
    ]);
  });

  test("several have one around all too", () => {
    const marks = marksOf(withShapes(), { selection: [a.id, b.id] });
    expect(marks).toHaveLength(3);
    expect(marks[2]).toMatchObject({ box: { x: 0, y: 0, w: 300, h: 160 }, line: "solid" });
  });

  test("what is not there, or on another page, has none", () => {
    expect(marksOf(withShapes(), { selection: [idOf(99)] })).toEqual([]);
    expect(marksOf(withShapes(), { selection: [a.id], page: "two" as PageId })).toEqual([]);
  });

  test("those of the others have their colour", () => {
    const log = withShapes();
    log.add(ANN, { type: "selection", ids: [b.id] });
    expect(marksOf(log)).toMatchObject([{ type: "box", color: inkColor("red", "light"), line: "dashed" }]);
  });

  test("very many have just the box around all", () => {
    const log = roomOfThree();
    const shapes = Array.from({ length: 300 }, (_, index) => rectangle(idOf(index), { x: index }));
    log.add(ME, ...shapes.map((shape) => ({ type: "shape.add", shape }) as const));
    expect(marksOf(log, { selection: shapes.map(({ id }) => id) })).toMatchObject([
      { box: { x: 0, y: 0, w: 399, h: 60 } },
    ]);
  });

  test("one that is turned has its box turned, as far off it", () => {
    const log = withShapes();
    log.add(ME, { type: "shape.set", id: a.id, props: { rotation: Math.PI / 2 } });
    const [mark] = marksOf(log, { selection: [a.id] });
    expect(mark).toMatchObject({ type: "path", isClosed: true });
    const places = mark?.type === "path" ? mark.points.map(({ x, y }) => [Math.round(x), Math.round(y)]) : [];
    expect(places).toEqual([
      [4, -4],
      [4, 104],
      [-64, 104],
      [-64, -4],
    ]);
  });

  test("a line has its way and its grips, where its bound ends are", () => {
    const log = withShapes();
    const bound = arrow(idOf(3), { x: -50, y: 30, w: 10, h: 10, endId: a.id });
    log.add(ME, { type: "shape.add", shape: bound });
    const marks = marksOf(log, { selection: [bound.id], marks: { ...NO_MARKS, hasHandles: true } });
    expect(marks.map(({ type }) => type)).toEqual(["path", "handles"]);
    const grips = marks[1]?.type === "handles" ? marks[1].grips : [];
    expect(grips.map(({ x, y }) => [x, y])).toEqual([
      [-29, 30],
      [-50, 30],
      [-8, 30],
    ]);
  });
});
