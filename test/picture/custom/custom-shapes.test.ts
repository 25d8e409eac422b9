import { describe, expect, expectTypeOf, test } from "vitest";
import { z } from "zod";
import { EMPTY_BOARD, FIRST_PAGE } from "../../../src/board/board.js";
import { invert } from "../../../src/board/invert.js";
import { reduce } from "../../../src/board/reduce.js";
import { CustomShapes } from "../../../src/picture/custom/custom-shapes.js";
import { defineShape } from "../../../src/picture/custom/define-shape.js";
import { type Drawing, rectangle } from "../../../src/picture/custom/drawing.js";
import { pageSvg } from "../../../src/picture/page-svg.js";
import { InktapeError } from "../../../src/signal/errors.js";
import { shapeId, type MemberId, type Millis, type Seq } from "../../../src/signal/ids.js";
import type { UnknownShape } from "../../../src/signal/shape.js";

const card = defineShape({
  kind: "shop:card",
  schema: z.object({ title: z.string() }),
  paint: ({ w, h, props }): Drawing => [
    { path: (path) => rectangle(path, 0, 0, w, h, 8), tint: "blue", stroke: "blue" },
    { text: props.title, x: w / 2, y: h / 2, fontSize: 20, align: "middle" },
  ],
  hitTest: ({ w }, { x }) => x < w / 2,
  overflow: 3,
  label: ({ props }) => `Card ${props.title}`,
});

const ID = shapeId(1 as MemberId, 0);
const made = (data?: string): UnknownShape => ({
  ...card.make({ x: 10, y: 20, w: 100, h: 50, props: { title: "Tea & <b>" } }),
  id: ID,
  page: FIRST_PAGE,
  order: "a0",
  ...(data !== undefined && { data }),
});
const entryOf = (signal: Parameters<typeof invert>[1], seq: number) => ({
  seq: seq as Seq,
  at: seq as Millis,
  by: 1 as MemberId,
  clientSeq: 0,
  signal,
});

test("a painter is given what the schema says", () => {
  expectTypeOf(card.make).parameter(0).toHaveProperty("props").toEqualTypeOf<{ title: string }>();
  // @ts-expect-error a card has a title
  card.props({ name: "Tea" });
  expect(new CustomShapes([card]).draw(made(), "light")).toEqual({
    drawing: [expect.objectContaining({ tint: "blue" }), expect.objectContaining({ text: "Tea & <b>", x: 50, y: 25 })],
  });
});

test("only kinds with the app's name in front can be declared", () => {
  const declare = (kind: string) => () => defineShape({ kind, schema: z.null(), paint: () => [] });
  for (const kind of ["card", "?shop:card", "shop:", ":card", "shop: card"])
    expect(declare(kind)).toThrow(/cannot name/);
  expect(declare("shop:card")).not.toThrow();
});

test("a change of its props is taken back exactly", () => {
  const board = reduce(EMPTY_BOARD, [entryOf({ type: "shape.add", shape: made() }, 1)]);
  const change = { type: "shape.set", id: ID, props: card.props({ title: "Coffee" }) } as const;
  const back = invert(board, change).map((signal, index) => entryOf(signal, 3 + index));
  const changed = reduce(board, [entryOf(change, 2)]);
  const shapeOn = (on: typeof board) => on.branches[1]?.[0]?.[0];
  expect(shapeOn(changed)).toHaveProperty("data", '{"title":"Coffee"}');
  expect(shapeOn(reduce(changed, back))).toEqual(shapeOn(board));
});

describe("what an app's code does wrong stays in its shape", () => {
  const errorsOf = (...definitions: ConstructorParameters<typeof CustomShapes>[0]) => {
    const heard: InktapeError[] = [];
    return { shapes: new CustomShapes(definitions, (error) => heard.push(error)), heard };
  };

  test("props that the schema does not take, or that are no JSON", () => {
    const { shapes, heard } = errorsOf(card);
    for (const data of ['{"name":"Tea"}', "{", ""])
      expect(shapes.draw(made(data), "light")).toEqual({ error: "bad-argument" });
    expect(heard.map(({ message }) => message)).toEqual([
      expect.stringMatching(/not as its schema says/),
      expect.stringMatching(/painter of "\?shop:card" failed/),
      expect.stringMatching(/not as its schema says/),
    ]);
  });

  test("a painter that throws is told of once, and a code of its own is shown", () => {
    const broken = defineShape({
      kind: "shop:card",
      schema: z.unknown() as never,
      paint() {
        throw new InktapeError("not-found", "No such product.");
      },
    });
    const { shapes, heard } = errorsOf(broken);
    const shape = made();
    for (let times = 0; times < 3; times++) expect(shapes.draw(shape, "light")).toEqual({ error: "not-found" });
    expect(heard).toHaveLength(1);
    const board = reduce(EMPTY_BOARD, [entryOf({ type: "shape.add", shape }, 1)]);
    expect(pageSvg(board, FIRST_PAGE, { shapes: [broken] })).toContain("shop:card (not-found)");
  });

  test("a schema that answers later", () => {
    const later = defineShape({
      kind: "shop:card",
      schema: { "~standard": { validate: (value: unknown) => Promise.resolve({ value: value as null }) } },
      paint: () => [],
    });
    const { shapes, heard } = errorsOf(later);
    expect(shapes.draw(made(), "dark")).toEqual({ error: "bad-argument" });
    expect(heard[0]?.message).toMatch(/must check at once/);
  });
});

test("hits and names are as declared; of an undeclared kind the box, and no name", () => {
  const [declared, none] = [new CustomShapes([card]), new CustomShapes([])];
  expect(declared.hits(made(), { x: 20, y: 30 }, 2)).toBe(true);
  expect(declared.hits(made(), { x: 100, y: 30 }, 2)).toBe(false);
  expect(none.hits(made(), { x: 100, y: 30 }, 2)).toBe(true);
  expect(declared.hits(made(), { x: 500, y: 30 }, 2)).toBe(false);
  expect([declared.labelOf(made()), none.labelOf(made())]).toEqual(["Card Tea & <b>", null]);
  expect([declared.reachOf(made()), none.reachOf(made())]).toEqual([5, 2]);
});

test("an SVG of a page has what was declared, and a labelled box without it", () => {
  const board = reduce(EMPTY_BOARD, [entryOf({ type: "shape.add", shape: made() }, 1)]);
  const svg = pageSvg(board, FIRST_PAGE, { shapes: [card] });
  expect(svg).toContain("Tea &amp; &lt;b&gt;");
  expect(svg).toContain('text-anchor="middle"');
  expect(svg).not.toContain("shop:card");
  expect(pageSvg(board, FIRST_PAGE)).toContain(">shop:card<");
});
