import fc from "fast-check";
import { expect, test } from "vitest";
import { EMPTY_BOARD } from "../../src/board/board.js";
import { assetsFromJson } from "../../src/document/assets.js";
import { boardToJson, documentFromJson, fragmentFromJson, fragmentToJson } from "../../src/document/board-json.js";
import { addDocument, type Making } from "../../src/document/document.js";
import { adding, type Fragment, fragmentOf, placed } from "../../src/editing/fragment.js";
import type { PageId } from "../../src/signal/ids.js";
import type { Shape } from "../../src/signal/shape.js";
import type { Json } from "../../src/signal/signal.js";
import { rectangle } from "../board/log.js";
import { after, arbitraryBoard, placing, SECOND, someIds } from "../editing/boards.js";

function making(): Making {
  let pages = 0;
  return { ...placing(), newPageId: () => `imported${pages++}` as PageId };
}

/** A board as a file is read: after a way through text. */
const throughText = (json: Json) => JSON.parse(JSON.stringify(json)) as unknown;

/** Papers of all patterns, with and without a picture, one that a newer version makes among them. */
const paper = fc.record({
  color: fc.constantFrom("", "#fff8e0"),
  pattern: fc.constantFrom("plain", "grid", "dots", "lines", "of a newer version"),
  asset: fc.constantFrom("", "ab"),
  w: fc.integer({ min: 0, max: 4000 }),
  h: fc.integer({ min: 0, max: 4000 }),
});

test("a board that is saved and opened is the same drawing, and saves as the same file", () => {
  fc.assert(
    fc.property(arbitraryBoard, paper, (drawn, given) => {
      const board = after(drawn, [{ type: "page.paper", id: SECOND, paper: given }]);
      const saved = boardToJson(board);
      const opened = after(EMPTY_BOARD, addDocument(EMPTY_BOARD, documentFromJson(throughText(saved)), making()));
      expect(boardToJson(opened)).toEqual(saved);
    }),
  );
});

/** A fragment but for where bound lines would be without what they are bound to: their ends are worked out and rounded. */
function lookOf(fragment: Fragment): unknown {
  const unplaced = fragment.map((shape) => {
    const isBound = "startId" in shape || "endId" in shape;
    return isBound ? ({ ...shape, x: 0, y: 0, ...("w" in shape && { w: 0, h: 0 }) } as Shape) : shape;
  });
  return fragmentToJson(unplaced);
}

test("what is pasted where it was copied is what was copied", () => {
  fc.assert(
    fc.property(arbitraryBoard, someIds, (board, ids) => {
      const copied = fragmentOf(board, ids);
      const read = fragmentFromJson(throughText(fragmentToJson(copied)));
      const made = placed(read, placing({ dx: 0, dy: 0 }));
      const pasted = after(board, adding(made));
      const own = made.map(({ id }) => id);
      expect(lookOf(fragmentOf(pasted, own))).toEqual(lookOf(copied));
    }),
  );
});

test("the pictures that go with a board are read back byte for byte", () => {
  const asset = fc.record({ mediaType: fc.string(), bytes: fc.uint8Array() });
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), asset, { noNullPrototype: true }), (given) => {
      const assets = new Map(Object.entries(given));
      expect(assetsFromJson(throughText(boardToJson(EMPTY_BOARD, assets)))).toEqual(assets);
    }),
  );
});

test("what is copied is read back as it was", () => {
  fc.assert(
    fc.property(arbitraryBoard, someIds, (board, ids) => {
      const json = fragmentToJson(fragmentOf(board, ids));
      expect(fragmentToJson(fragmentFromJson(throughText(json)))).toEqual(json);
    }),
  );
});

test("a document is put behind what is on a board", () => {
  const board = after(EMPTY_BOARD, [{ type: "shape.add", shape: rectangle(0) }]);
  const more = after(board, addDocument(board, documentFromJson(throughText(boardToJson(board))), making()));
  expect(Object.values(more.pages).map(({ name }) => name)).toEqual(["Page 1", "Page 1"]);
});

const shape = { kind: "rectangle", id: 1, x: 0, y: 0, w: 5, h: 5, color: "red", size: 2, fill: "none", seed: 3 };
const file = (over: object) => ({
  type: "inktape",
  version: 1,
  pages: [{ name: "One", paper: null, shapes: [shape] }],
  ...over,
});
const shapes = (...list: object[]) => file({ pages: [{ name: "One", shapes: list }] });

test.each<[string, unknown, RegExp]>([
  ["a list", [], /its content is no object/],
  ["another type", { type: "excalidraw" }, /type is not "inktape"/],
  ["a newer version", file({ version: 2 }), /version is 2, and this version of inktape knows 1 to 1 only/],
  ["pages that are no list", file({ pages: {} }), /pages is no list/],
  ["a page without a name", file({ pages: [{ shapes: [] }] }), /pages\[0\].name is no text/],
  [
    "paper of no size",
    file({ pages: [{ name: "", paper: { color: "", pattern: "", asset: "" }, shapes: [] }] }),
    /pages\[0\].paper.w is no number/,
  ],
  ["a shape without a width", shapes({ ...shape, w: undefined }), /pages\[0\].shapes\[0\]/],
  ["a place that is no number", shapes({ ...shape, x: "here" }), /pages\[0\].shapes\[0\] is no shape/],
  ["a place beyond the board", shapes({ ...shape, x: 1e12 }), /pages\[0\].shapes\[0\] is no shape .*beyond/],
  ["a number twice", shapes(shape, shape), /pages\[0\].shapes\[1\].id is the number of another shape/],
  ["a number that cannot be", shapes({ ...shape, id: -1 }), /pages\[0\].shapes\[0\].id is no number of a shape/],
  [
    "points that are no whole numbers",
    shapes({ ...shape, kind: "ink", step: 1, points: [0.5, 0, 0, 0] }),
    /points\[0\] is no whole number/,
  ],
  ["points that are no fours", shapes({ ...shape, kind: "ink", step: 1, points: [1] }), /points are no points/],
])("a file is refused for %s, and says where", (_, json, message) => {
  expect(() => documentFromJson(json)).toThrowError(message);
  expect(() => documentFromJson(json)).toThrowError(expect.objectContaining({ code: "bad-bytes" }));
});
