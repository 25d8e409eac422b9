import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EMPTY_BOARD, FIRST_PAGE, type Board } from "../../src/board/board.js";
import { boundsOf, overlaps } from "../../src/board/bounds.js";
import { boundTo, isLine, lineInPlace } from "../../src/board/binding.js";
import { branchesOf, shapeAt, shapesOf } from "../../src/board/leaves.js";
import { compareOrder } from "../../src/board/order.js";
import { Scene } from "../../src/canvas/scene.js";
import type { PageId, ShapeId } from "../../src/signal/ids.js";
import { propOf } from "../../src/signal/optional.js";
import type { FrameShape, LineShape, Shape } from "../../src/signal/shape.js";
import { arrow, boardOf, idOf, ink, rectangle } from "./support/log.js";
import { anyShape } from "./support/shapes.js";

const BASE = { page: FIRST_PAGE, order: "a0", x: 0, y: 0, color: "black", size: 4 };
const PAGES = [FIRST_PAGE, "two" as PageId];
const anyBoard = fc.array(anyShape, { maxLength: 40 }).map((shapes): Board => withShapes(shapes));

function withShapes(shapes: Parameters<typeof branchesOf>[0]): Board {
  return { ...EMPTY_BOARD, branches: branchesOf(shapes) };
}

/** The same board made of new objects, as a seek makes it. */
function decoded(board: Board): Board {
  return withShapes([...shapesOf(board)].map((shape) => structuredClone(shape)));
}

/** True for a shape that is where it says, all of it. */
function isFree(shape: Shape): boolean {
  return propOf(shape, "frame") === 0 && boundTo(shape).length === 0;
}

test("after any jumps each page has its shapes, bottom to top", () => {
  fc.assert(
    fc.property(fc.array(anyBoard, { minLength: 1, maxLength: 5 }), (boards) => {
      const scene = new Scene();
      for (const board of boards) {
        scene.update(board);
        for (const page of PAGES) {
          const find = (id: ShapeId) => shapeAt(board, id);
          const shapes = [...shapesOf(board)]
            .filter((shape) => shape.page === page)
            .map((shape) => (isLine(shape) ? lineInPlace(shape, find) : shape))
            .sort(compareOrder);
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
        (shape) => shape.page === FIRST_PAGE && isFree(shape) && overlaps(boundsOf(shape), box),
      );
      expect(found).toEqual(expect.arrayContaining(touching));
      expect(found).toEqual(found.toSorted(compareOrder));
    }),
  );
});

test("a page tells whether it has a shape at all, and one in the box", () => {
  const scene = new Scene();
  expect(scene.hasAny(FIRST_PAGE)).toBe(false);
  scene.update(withShapes([rectangle(idOf(1), { x: 100, y: 100, w: 50, h: 50 })]));
  expect(PAGES.map((page) => scene.hasAny(page))).toEqual([true, false]);
  expect(scene.hasAny(FIRST_PAGE, { x: 120, y: 120, w: 5, h: 5 })).toBe(true);
  expect(scene.hasAny(FIRST_PAGE, { x: 300, y: 120, w: 5, h: 5 })).toBe(false);
  scene.update(withShapes([]));
  expect(scene.hasAny(FIRST_PAGE)).toBe(false);
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

describe("a bound line", () => {
  const box = rectangle(idOf(1), { x: 300, y: 0, w: 100, h: 100 });
  const line = arrow(idOf(2), { x: 0, y: 50, w: 10, h: 0, endId: box.id });
  const tipOf = (scene: Scene) => {
    const shape = scene.item(line.id)?.shape as LineShape;
    return { x: shape.x + shape.w, y: shape.y + shape.h };
  };

  test("ends before its shape, and follows it when only that changes", () => {
    const scene = new Scene();
    const board = boardOf({ type: "shape.add", shape: box }, { type: "shape.add", shape: line });
    scene.update(board);
    expect(tipOf(scene).x).toBeLessThan(300);
    expect(tipOf(scene).x).toBeGreaterThan(280);
    const changes = scene.update(withShapes([{ ...box, x: 500 }, line]));
    expect(changes.map(({ after }) => after?.shape.id)).toEqual([box.id, line.id]);
    expect(tipOf(scene).x).toBeGreaterThan(480);
  });

  test("stands where its own place says when its shape goes, and goes back when it comes", () => {
    const scene = new Scene();
    scene.update(withShapes([box, line]));
    scene.update(withShapes([line]));
    expect(scene.item(line.id)?.shape).toEqual(line);
    scene.update(withShapes([box, line]));
    expect(tipOf(scene).x).toBeGreaterThan(280);
  });
});

describe("what is in a frame", () => {
  const frame = { kind: "frame", text: "", ...BASE, id: idOf(1), w: 100, h: 100 } as FrameShape;
  const child = rectangle(idOf(2), { x: 50, w: 200, frame: frame.id });

  test("is cut where the frame is, and cut elsewhere when the frame moves", () => {
    const scene = new Scene();
    scene.update(withShapes([frame, child]));
    expect(scene.item(child.id)?.clip).toEqual({ x: 0, y: 0, w: 100, h: 100 });
    expect(scene.query(FIRST_PAGE, { x: 150, y: 20, w: 10, h: 10 })).toEqual([]);
    scene.update(withShapes([{ ...frame, w: 300 }, child]));
    expect(scene.item(child.id)?.clip).toEqual({ x: 0, y: 0, w: 300, h: 100 });
    expect(scene.query(FIRST_PAGE, { x: 150, y: 20, w: 10, h: 10 })).toHaveLength(2);
  });

  test("is whole without the frame, and in one of another page", () => {
    const scene = new Scene();
    scene.update(withShapes([frame, child]));
    scene.update(withShapes([child]));
    expect(scene.item(child.id)?.clip).toBeNull();
    scene.update(withShapes([{ ...frame, page: "two" as PageId }, child]));
    expect(scene.item(child.id)?.clip).toBeNull();
  });

  test("is cut by all frames around it, and frames in each other do no harm", () => {
    const scene = new Scene();
    const outer = { ...frame, id: idOf(3), x: 40, frame: frame.id };
    scene.update(withShapes([{ ...frame, frame: outer.id }, outer, { ...child, frame: outer.id }]));
    expect(scene.item(child.id)?.clip).toEqual({ x: 40, y: 0, w: 60, h: 100 });
  });
});
