import { describe, expect, test } from "vitest";
import { outlineOf } from "../../../src/board/outline.js";
import { boxParts, lineParts } from "../../../src/picture/geometry/rough-parts.js";
import type { BoxShape, LineShape } from "../../../src/signal/shape.js";
import { arrow, ellipse, idOf, rectangle } from "../../canvas/support/log.js";

test("a seed gives the same lines every time, another seed others", () => {
  const shape = ellipse(idOf(1), { fill: "hachure", seed: 12 });
  expect(boxParts(shape)).toEqual(boxParts({ ...shape }));
  expect(boxParts({ ...shape, seed: 13 })).not.toEqual(boxParts(shape));
});

test("a seed whose generator gives zeros is no exception", () => {
  const shape = rectangle(idOf(1), { fill: "hachure", seed: 2 ** 31 });
  expect(boxParts(shape)).toEqual(boxParts(shape));
});

test("a fill lies under the outline", () => {
  const colors = (fill: "none" | "solid" | "hachure") =>
    boxParts(rectangle(idOf(1), { fill })).map(({ color }) => color);
  expect(colors("none")).toEqual(["ink"]);
  expect(colors("solid")).toEqual(["tint", "ink"]);
  expect(colors("hachure")).toEqual(["hachure", "ink"]);
});

test("hachures are thinner than the outline", () => {
  const [fill, outline] = boxParts(rectangle(idOf(1), { fill: "hachure", size: 6 }));
  expect([fill?.width, outline?.width]).toEqual([3, 6]);
});

test("a line is one line from end to end, straight or bent", () => {
  for (const bend of [0, 30, -30]) {
    const parts = lineParts(arrow(idOf(1), { w: 120, h: 40, bend }));
    expect(parts).toHaveLength(1);
    expect(parts[0]?.ops[0]?.data).toEqual([0, 0]);
    expect(parts[0]?.ops.at(-1)?.data.slice(-2)).toEqual([120, 40]);
  }
});

describe.each(["round", "sharp"])("a line through points with %s corners", (corners) => {
  const line = arrow(idOf(1), { w: 120, h: 40, through: "30 60 70 -20", corners, roughness: 0 });
  const endsOf = (props: Partial<LineShape>) =>
    lineParts({ ...line, ...props })[0]?.ops.map(({ data }) => data.slice(-2));

  test("is drawn through them in one go, so that dashes go on around corners", () => {
    for (const roughness of [0, 1, 2]) {
      expect(endsOf({ roughness, dash: "dashed" })).toEqual([
        [0, 0],
        [30, 60],
        [70, -20],
        [120, 40],
      ]);
    }
  });

  test("is drawn as large as it is, however near its ends are to each other", () => {
    const places = endsOf({ w: 0, h: 0, through: "30000 60 -70000 -20" });
    expect(places?.map(([x]) => Math.round(x ?? 0))).toEqual([0, 30000, -70000, 0]);
  });
});

test("with a ruler each edge is drawn once and straight, with a dash too", () => {
  const edges = (shape: BoxShape) => boxParts(shape)[0]?.ops.filter(({ op }) => op === "move").length;
  const clean = rectangle(idOf(1), { roughness: 0, w: 100, h: 60 });
  expect(edges(clean)).toBe(4);
  expect(edges({ ...clean, roughness: 1 })).toBe(8);
  expect(edges({ ...clean, roughness: 1, dash: "dashed" })).toBe(4);
  const places = boxParts(clean)[0]?.ops.flatMap(({ data }) => data) ?? [];
  expect(places.every((place) => place >= 0 && place <= 100)).toBe(true);
});

test("in a hurry lines stray farther", () => {
  const reach = (roughness: number) =>
    Math.max(...boxParts(rectangle(idOf(1), { w: 200, h: 150, roughness }))[0]!.ops.flatMap(({ data }) => data)) - 200;
  expect(reach(0)).toBe(0);
  expect(reach(2)).toBeGreaterThan(reach(1));
});

test.each(["diamond", "triangle", "star"] as const)("a %s has its corners where its outline has them", (kind) => {
  for (const [w, h] of [
    [100, 60],
    [-100, 60],
    [100, -60],
  ] as const) {
    const shape: BoxShape = { ...rectangle(idOf(1), { w, h, roughness: 0 }), kind };
    const [outline] = boxParts(shape);
    const starts = outline?.ops.filter(({ op }) => op === "move").map(({ data: [x, y] }) => ({ x, y }));
    expect(starts).toEqual(outlineOf(shape));
  }
});

test.each(["dashed", "dotted"])("%s lines are so long by their width, fills are not broken", (dash) => {
  const [fill, outline] = boxParts(rectangle(idOf(1), { fill: "hachure", dash, size: 6 }));
  expect(fill?.dash).toEqual([]);
  expect(outline?.dash).toHaveLength(2);
  expect(outline?.dash).not.toEqual(boxParts(rectangle(idOf(1), { dash, size: 1 }))[0]?.dash);
});

test("a shape as large as the board has no more lines than one that fills a screen", () => {
  const count = (w: number, h: number) =>
    boxParts(rectangle(idOf(1), { w, h, size: 1, fill: "hachure" }))[0]?.ops.length ?? 0;
  expect(count(1e9, 1e9)).toBeLessThan(2000);
  expect(count(1e9, 1)).toBeLessThan(2000);
});
