import fc from "fast-check";
import { expect, test } from "vitest";
import { EMPTY_BOARD, FIRST_PAGE, type Board } from "../../src/board/board.js";
import { boundsOf, overlaps } from "../../src/board/bounds.js";
import { branchesOf, shapesOf } from "../../src/board/leaves.js";
import { compareOrder } from "../../src/board/order.js";
import { Scene } from "../../src/canvas/scene.js";
import type { PageId } from "../../src/signal/ids.js";
import { boardOf, idOf, ink, rectangle } from "./support/log.js";
import { anyShape } from "./support/shapes.js";

const PAGES = [FIRST_PAGE, "two" as PageId];
const anyBoard = fc.array(anyShape, { maxLength: 40 }).map((shapes): Board => withShapes(shapes));

function withShapes(shapes: Parameters<typeof branchesOf>[0]): Board {
  return { ...EMPTY_BOARD, branches: branchesOf(shapes) };
}

/** The same board made of new objects, as a seek makes it. */
function decoded(board: Board): Board {
  return withShapes([...shapesOf(board)].map((shape) => structuredClone(shape)));
}

test("after any jumps each page has its shapes, bottom to top", () => {
  fc.assert(
    fc.property(fc.array(anyBoard, { minLength: 1, maxLength: 5 }), (boards) => {
      const scene = new Scene();
      for (const board of boards) {
        scene.update(board);
        for (const page of PAGES) {
          const shapes = [...shapesOf(board)].filter((shape) => shape.page === page).sort(compareOrder);
          expect(scene.itemsOf(page).map(({ shape }) => shape)).toEqual(shapes);
        }
      }
    }),
  );
});

test("a query gives all that reaches into the box, bottom to top", () => {
  const box = { x: 0, y: 0, w: 120, h: 120 };
  fc.assert(
    fc.property(anyBoard, (board) => {
      const scene = new Scene();
      scene.update(board);
      const found = scene.query(FIRST_PAGE, box).map(({ shape }) => shape);
      const touching = [...shapesOf(board)].filter(
        (shape) => shape.page === FIRST_PAGE && overlaps(boundsOf(shape), box),
      );
      expect(found).toEqual(expect.arrayContaining(touching));
      expect(found).toEqual(found.toSorted(compareOrder));
    }),
  );
});

test("changes tell what came, went and changed, and only that", () => {
  const [kept, moved, gone] = [rectangle(idOf(1)), ink(idOf(2)), rectangle(idOf(3))];
  const scene = new Scene();
  scene.update(withShapes([kept, moved, gone]));
  const [before, oldMoved] = [scene.item(gone.id), scene.item(moved.id)];
  const after = { ...moved, x: 50 };
  const changes = scene.update(withShapes([kept, after, rectangle(idOf(70))]));
  expect(changes).toHaveLength(3);
  expect(changes).toContainEqual({ before, after: null });
  expect(changes).toContainEqual({ before: oldMoved, after: scene.item(moved.id) });
  expect(changes).toContainEqual({ before: null, after: scene.item(idOf(70)) });
  expect(scene.item(moved.id)?.shape).toBe(after);
});

test("a board of new objects with the same shapes changes nothing", () => {
  fc.assert(
    fc.property(anyBoard, (board) => {
      const scene = new Scene();
      scene.update(board);
      const items = scene.itemsOf(FIRST_PAGE);
      expect(scene.update(decoded(board))).toEqual([]);
      expect(scene.itemsOf(FIRST_PAGE).every((item, index) => item === items[index])).toBe(true);
    }),
  );
});

test("a shape that changes its page leaves the old one", () => {
  const scene = new Scene();
  const shape = rectangle(idOf(1));
  scene.update(boardOf({ type: "shape.add", shape }));
  scene.update(withShapes([{ ...shape, page: PAGES[1] as PageId }]));
  expect(scene.itemsOf(FIRST_PAGE)).toEqual([]);
  expect(scene.itemsOf(PAGES[1] as PageId)).toHaveLength(1);
});
