import { expect, test } from "vitest";
import { EMPTY_BOARD, FIRST_PAGE, type Board } from "../../src/board/board.js";
import {
  dropShape,
  LEAF_WIDTH,
  mapLeaves,
  putLeafLater,
  putShape,
  shapeAt,
  shapesOf,
  type LeafToCome,
} from "../../src/board/leaves.js";
import { thaw } from "../../src/board/reduce.js";
import { shapeId, type MemberId } from "../../src/signal/ids.js";
import type { Shape } from "../../src/signal/shape.js";

const ADA = 1 as MemberId;

function textOf(count: number): Shape {
  const look = { page: FIRST_PAGE, order: "a0", x: 0, y: 0, color: "red", size: 1, text: "x", fontSize: 9 };
  return { ...look, kind: "text", id: shapeId(ADA, count) };
}

/** A leaf of the first shapes of a place, that counts how often it is made. */
class CountedLeaf implements LeafToCome {
  made = 0;
  readonly #slots: Set<number>;

  constructor(
    readonly place: number,
    count: number,
  ) {
    this.#slots = new Set(Array.from({ length: count }, (_, slot) => slot));
  }

  get isEmpty(): boolean {
    return this.#slots.size === 0;
  }

  drop(slot: number): boolean {
    return this.#slots.delete(slot);
  }

  make(): (Shape | null)[] {
    this.made += 1;
    const leaf: (Shape | null)[] = [];
    for (const slot of this.#slots) {
      while (leaf.length < slot) leaf.push(null);
      leaf.push(textOf(this.place * LEAF_WIDTH + slot));
    }
    return leaf;
  }
}

/** A board with leaves to come in the first places. */
function boardWith(...counts: number[]) {
  const board = thaw(EMPTY_BOARD);
  const leaves = counts.map((count, place) => new CountedLeaf(place, count));
  for (const leaf of leaves) putLeafLater(board, ADA, leaf.place, leaf);
  return { board, leaves };
}

test("a leaf to come is made when it is looked at, once", () => {
  const { board, leaves } = boardWith(2, 3);
  expect(leaves.map(({ made }) => made)).toEqual([0, 0]);
  expect(shapeAt(board, shapeId(ADA, LEAF_WIDTH))).toEqual(textOf(LEAF_WIDTH));
  expect([...shapesOf(board)]).toHaveLength(5);
  expect(leaves.map(({ made }) => made)).toEqual([1, 1]);
});

test("a shape is taken out of a leaf to come without making it", () => {
  const { board, leaves } = boardWith(3, 2);
  dropShape(board, shapeId(ADA, 1));
  dropShape(board, shapeId(ADA, 40));
  expect(leaves[0]?.made).toBe(0);
  expect([...shapesOf(board)]).toEqual([0, 2, LEAF_WIDTH, LEAF_WIDTH + 1].map(textOf));
});

test("a leaf to come of which all shapes are taken out goes, and its branch with the last one", () => {
  const { board, leaves } = boardWith(1, 2);
  dropShape(board, shapeId(ADA, LEAF_WIDTH));
  dropShape(board, shapeId(ADA, LEAF_WIDTH + 1));
  expect(board.branches[ADA]).toHaveLength(1);
  dropShape(board, shapeId(ADA, 0));
  expect(board.branches).toEqual([]);
  expect(leaves[1]?.made).toBe(0);
});

test("a shape put into a leaf to come joins those that it has", () => {
  const { board } = boardWith(2);
  putShape(board, textOf(5));
  expect([...shapesOf(board)]).toEqual([0, 1, 5].map(textOf));
});

test("other leaves for some leave those to come as they are, and share the rest", () => {
  const { board, leaves } = boardWith(1, 1);
  putShape(board, textOf(2 * LEAF_WIDTH));
  putShape(board, textOf(3 * LEAF_WIDTH));
  const before = board.branches as Board["branches"];
  const kept = before[ADA]?.[3];
  const after = mapLeaves(before, (leaf) => (leaf === kept ? leaf : leaf.map((shape) => shape && { ...shape, x: 7 })));
  expect(leaves.map(({ made }) => made)).toEqual([0, 0]);
  expect(after[ADA]?.[3]).toBe(kept);
  expect(after[ADA]?.[2]?.[0]?.x).toBe(7);
  expect(before[ADA]?.[2]?.[0]?.x).toBe(0);
  expect(after[ADA]?.[0]?.[0]?.x).toBe(0);
  expect(mapLeaves(before, (leaf) => leaf)).toBe(before);
});
