import { expect, test } from "vitest";
import { FIRST_PAGE } from "../../../src/board/board.js";
import type { ToolContext } from "../../../src/canvas/tool.js";
import { restyle, sharedStyle, styleKeysOfShapes } from "../../../src/react/whiteboard/style-in-force.js";
import type { Shape } from "../../../src/signal/shape.js";

const BASE = { page: FIRST_PAGE, order: "a1", color: "blue", size: 4, seed: 7, x: 0, y: 0, w: 90, h: 60, fill: "none" };
const shape = (id: number, props: object): Shape => ({ ...BASE, id, ...props }) as unknown as Shape;
const [plain, cell, way, words] = [
  shape(1, { kind: "rectangle" }),
  shape(2, { kind: "ellipse", label: "Cell" }),
  shape(3, { kind: "arrow", label: "to" }),
  shape(4, { kind: "text", text: "ab", fontSize: 16, boxW: 16, boxH: 20 }),
];
/** Letters as wide as high. */
const context = {
  measureText: (text: string, _font: string, size: number) => ({ w: text.length * size, h: size }),
} as unknown as ToolContext;

test("letters can be chosen for what has some, their alignment for those in closed shapes", () => {
  const letters = (one: Shape) => styleKeysOfShapes([one]).filter((key) => /font|align/i.test(key));
  expect([plain, cell, way, words].map(letters)).toEqual([
    [],
    ["font", "fontSize", "align"],
    ["font", "fontSize"],
    ["font", "fontSize", "align"],
  ]);
});

test("a label in a shape is in the middle unless it says otherwise, whatever the shape's own align", () => {
  expect(sharedStyle([cell])).toMatchObject({ align: "middle", fontSize: 20, font: "hand" });
  expect(sharedStyle([{ ...cell, align: "end" } as Shape]).align).toBe("middle");
  expect(sharedStyle([{ ...cell, labelAlign: "end" } as Shape]).align).toBe("end");
  expect(sharedStyle([cell, words]).align).toBeNull();
});

test.each(["start", "middle", "end"])("text aligned at its %s is so for texts and labels in shapes", (align) => {
  expect(restyle([plain, cell, way, words], { align }, context)).toEqual([
    { type: "shape.set", id: 2, props: { labelAlign: align } },
    { type: "shape.set", id: 4, props: { align } },
  ]);
});

test("a text in letters of another size has a box of another size", () => {
  expect(restyle([words, cell], { fontSize: 36 }, context)).toEqual([
    { type: "shape.set", id: 4, props: { fontSize: 36, boxW: 72, boxH: 36 } },
    { type: "shape.set", id: 2, props: { labelSize: 36 } },
  ]);
});

test("a shape gets nothing that it does not show, a kind of an app's own all", () => {
  const own = shape(5, { kind: "?stamp" });
  expect(restyle([plain, words, own], { dash: "dotted" }, context)).toEqual([
    { type: "shape.set", id: 1, props: { dash: "dotted" } },
    { type: "shape.set", id: 5, props: { dash: "dotted" } },
  ]);
});
