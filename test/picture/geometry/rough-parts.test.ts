import { expect, test } from "vitest";
import { boxParts, lineParts } from "../../../src/picture/geometry/rough-parts.js";
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
  const paints = (fill: "none" | "solid" | "hachure") =>
    boxParts(rectangle(idOf(1), { fill })).map(({ paint }) => paint);
  expect(paints("none")).toEqual(["stroke"]);
  expect(paints("solid")).toEqual(["tint", "stroke"]);
  expect(paints("hachure")).toEqual(["stroke", "stroke"]);
});

test("hachures are thinner than the outline", () => {
  const [fill, outline] = boxParts(rectangle(idOf(1), { fill: "hachure", size: 6 }));
  expect([fill?.width, outline?.width]).toEqual([3, 6]);
});

test("an arrow is a line with a head of two lines, which end at its tip", () => {
  const parts = lineParts(arrow(idOf(1), { w: 120, h: 40 }));
  expect(parts).toHaveLength(3);
  for (const { ops } of parts) expect(ops.at(-1)?.data.slice(-2)).toEqual([120, 40]);
});

test("a shape as large as the board has no more lines than one that fills a screen", () => {
  const count = (w: number, h: number) =>
    boxParts(rectangle(idOf(1), { w, h, size: 1, fill: "hachure" }))[0]?.ops.length ?? 0;
  expect(count(1e9, 1e9)).toBeLessThan(2000);
  expect(count(1e9, 1)).toBeLessThan(2000);
});
