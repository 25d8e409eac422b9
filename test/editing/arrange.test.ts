import fc from "fast-check";
import { expect, test } from "vitest";
import { boundTo, lineInPlace } from "../../src/board/binding.js";
import { FIRST_PAGE } from "../../src/board/board.js";
import { shapeAt } from "../../src/board/leaves.js";
import { alignment, type Edge } from "../../src/editing/align.js";
import { distribution } from "../../src/editing/distribute.js";
import { duplicates } from "../../src/editing/duplicate.js";
import { flipping } from "../../src/editing/flip.js";
import { canGroup, grouping, ungrouping } from "../../src/editing/groups.js";
import { nudge } from "../../src/editing/nudge.js";
import { reordering } from "../../src/editing/order.js";
import { pageMove } from "../../src/editing/pages.js";
import { removal } from "../../src/editing/remove.js";
import { shapesOnPage, withContents } from "../../src/editing/selection.js";
import { unitsOf } from "../../src/editing/units.js";
import type { LineShape, Shape } from "../../src/signal/shape.js";
import { boardAfter, rectangle } from "../board/log.js";
import { after, arbitraryBoard, boxesOf, drawing, idAt, placing, SECOND, shapesById, someIds } from "./boards.js";

const add = (shape: Shape) => ({ type: "shape.add", shape }) as const;
const boardOf = (...shapes: Shape[]) =>
  boardAfter({ type: "page.add", id: SECOND, name: "Second", order: "a1" }, ...shapes.map(add));
const line = (count: number, over: Partial<LineShape>): LineShape => {
  const { fill: _, ...box } = rectangle(count);
  return { ...box, kind: "line", ...over };
};
const orderOn = (board: ReturnType<typeof boardOf>) => shapesOnPage(board, FIRST_PAGE).map(({ id }) => id - idAt(0));

test.each<[Edge, (box: { x: number; y: number; w: number; h: number }) => number]>([
  ["left", ({ x }) => x],
  ["center", ({ x, w }) => x + w / 2],
  ["right", ({ x, w }) => x + w],
  ["top", ({ y }) => y],
  ["middle", ({ y, h }) => y + h / 2],
  ["bottom", ({ y, h }) => y + h],
])("aligned %s, unbound boxes share that edge, and a second time changes nothing", (edge, lineOf) => {
  fc.assert(
    fc.property(arbitraryBoard, someIds, (board, ids) => {
      const unbound = ids.filter((id) => {
        const shape = shapeAt(board, id);
        return shape && shape.kind !== "line" && shape.kind !== "arrow" && !("frame" in shape);
      });
      const aligned = after(board, alignment(board, unbound, edge));
      const places = unitsOf(aligned, unbound).map(({ box }) => lineOf(box));
      for (const place of places) expect(place).toBeCloseTo(places[0]!, 3);
      expect(
        alignment(aligned, unbound, edge).filter((signal) => "dx" in signal && Math.abs(signal.dx) > 0.001),
      ).toEqual([]);
    }),
  );
});

test("distributed shapes have equal gaps, and the outer ones stay", () => {
  const board = boardOf(
    rectangle(0, { x: 0, w: 10 }),
    rectangle(1, { x: 25, w: 20 }),
    rectangle(2, { x: 300, w: 30 }),
    rectangle(3, { x: 50, w: 40 }),
  );
  const ids = [0, 1, 2, 3].map(idAt);
  const boxes = boxesOf(after(board, distribution(board, ids, "x")), ids).toSorted((a, b) => a.x - b.x);
  const gaps = boxes.slice(1).map(({ x }, index) => x - boxes[index]!.x - boxes[index]!.w);
  expect(boxes[0]!.x).toBe(0);
  expect(boxes.at(-1)!.x).toBe(300);
  for (const gap of gaps) expect(gap).toBeCloseTo((330 - 100) / 3, 2);
});

test("a group and a frame with what is in it are arranged as one", () => {
  const board = boardOf(
    rectangle(0, { x: 0, group: "g" }),
    rectangle(1, { x: 200, group: "g" }),
    { ...rectangle(2, { x: 1000 }), kind: "frame", text: "", fill: undefined } as never,
    rectangle(3, { x: 1010, frame: idAt(2) }),
  );
  const moved = after(board, alignment(board, [0, 1, 2].map(idAt), "left"));
  expect([0, 1, 2, 3].map((count) => shapeAt(moved, idAt(count))?.x)).toEqual([0, 200, 0, 10]);
});

test("grouping and ungrouping give what there was", () => {
  fc.assert(
    fc.property(arbitraryBoard, someIds, (board, ids) => {
      const here = ids.filter((id) => shapeAt(board, id)?.page === FIRST_PAGE);
      const loose = after(
        board,
        here.map((id) => ({ type: "shape.set", id, props: { group: "", locked: 0 } })),
      );
      const grouped = after(loose, grouping(loose, here, "fresh"));
      if (!canGroup(loose, here)) expect(drawing(grouped)).toEqual(drawing(loose));
      else expect(drawing(after(grouped, ungrouping(grouped, here)))).toEqual(drawing(loose));
    }),
  );
});

test("groups nest: of a group chosen in part, the part becomes a group inside it", () => {
  const board = boardOf(...[0, 1, 2].map((count) => rectangle(count, { group: "g" })));
  const inner = after(board, grouping(board, [idAt(0), idAt(1)], "i"));
  expect([0, 1, 2].map((count) => (shapeAt(inner, idAt(count)) as { group?: string }).group)).toEqual([
    "g/i",
    "g/i",
    "g",
  ]);
  const outer = after(inner, ungrouping(inner, [0, 1, 2].map(idAt)));
  expect([0, 1, 2].map((count) => (shapeAt(outer, idAt(count)) as { group?: string }).group)).toEqual([
    "i",
    "i",
    undefined,
  ]);
});

test("flipped twice, shapes are where they were", () => {
  fc.assert(
    fc.property(arbitraryBoard, someIds, fc.constantFrom("x" as const, "y" as const), (board, ids, axis) => {
      // A bound line is where its shapes are, one in a frame that is flipped among them.
      const isBound = (shape: Shape) => boundTo(shape).length > 0;
      const free = ids.filter((id) => {
        const shape = shapeAt(board, id);
        return shape && !withContents(board, [shape]).some(isBound);
      });
      const once = after(board, flipping(board, free, axis));
      const boxes = boxesOf(after(once, flipping(once, free, axis)), free);
      boxesOf(board, free).forEach((box, index) => {
        for (const side of ["x", "y", "w", "h"] as const) expect(boxes[index]![side]).toBeCloseTo(box[side], 1);
      });
    }),
  );
});

test("a shape turned and flipped is its own mirror image", () => {
  const board = boardOf(rectangle(0, { rotation: 0.5, x: 30, y: 7 }), rectangle(1, { x: 400 }));
  const flipped = after(board, flipping(board, [idAt(0), idAt(1)], "x"));
  const [before, now] = [boxesOf(board, [idAt(0), idAt(1)]), boxesOf(flipped, [idAt(0), idAt(1)])];
  const right = 500;
  const left = before[0]!.x;
  expect(now[0]!.x).toBeCloseTo(left + right - before[0]!.x - before[0]!.w, 2);
  expect(now[0]!.y).toBeCloseTo(before[0]!.y, 2);
  expect(shapeAt(flipped, idAt(0))).toMatchObject({ rotation: -0.5, w: -100 });
});

test("order: to the front, one step over what overlaps, and back", () => {
  const far = { x: 5000 };
  const board = boardOf(
    rectangle(0, { order: "a0" }),
    rectangle(1, { order: "a1", ...far }),
    rectangle(2, { order: "a2" }),
    rectangle(3, { order: "a2" }),
  );
  const ordered = (change: "front" | "forward" | "backward" | "back", ...counts: number[]) =>
    orderOn(after(board, reordering(board, counts.map(idAt), change)));
  expect(ordered("front", 0, 1)).toEqual([2, 3, 0, 1]);
  expect(ordered("back", 3)).toEqual([3, 0, 1, 2]);
  expect(ordered("forward", 0)).toEqual([1, 2, 0, 3]);
  expect(ordered("forward", 1)).toEqual([0, 2, 1, 3]);
  expect(ordered("backward", 3)).toEqual([0, 1, 3, 2]);
  expect(ordered("backward", 2)).toEqual([2, 0, 1, 3]);
  expect(ordered("front", 2, 3)).toEqual([0, 1, 2, 3]);
  expect(reordering(board, [idAt(3)], "front")).toEqual([]);
});

test("a line stays where it is drawn when its shape goes, and what was in a frame is in none", () => {
  const board = boardOf(
    rectangle(0),
    line(1, { x: 500, y: 25, w: -450, h: 0, endId: idAt(0) }),
    { ...rectangle(2), kind: "frame", text: "Part" } as never,
    rectangle(3, { frame: idAt(2) }),
  );
  const drawn = lineInPlace(shapeAt(board, idAt(1)) as LineShape, (id) => shapeAt(board, id));
  const left = shapesById(after(board, removal(board, [idAt(0), idAt(2)])));
  expect([...left.keys()]).toEqual([idAt(1), idAt(3)]);
  expect(left.get(idAt(1))).toMatchObject({ x: drawn.x, y: drawn.y, w: drawn.w, h: drawn.h });
  expect(left.get(idAt(3))).not.toHaveProperty("frame");
});

test("a copy is bound, framed and grouped within itself", () => {
  const board = boardOf(
    { ...rectangle(0), kind: "frame", text: "Part" } as never,
    rectangle(1, { frame: idAt(0), group: "g" }),
    line(2, { startId: idAt(1), endId: idAt(3), group: "g" }),
    rectangle(3, { x: 900 }),
  );
  const copies = duplicates(board, [0, 2].map(idAt), placing());
  const [frame, box, copiedLine] = copies as [Shape, Shape, Shape];
  expect(copies).toHaveLength(3);
  expect(box).toMatchObject({ kind: "rectangle", frame: frame.id, x: 16 });
  expect(copiedLine).toMatchObject({ startId: box.id, group: (box as { group?: string }).group });
  expect(copiedLine).not.toHaveProperty("endId");
  expect((box as { group?: string }).group).not.toBe("g");
});

test("arrow keys take a frame's contents along, and nothing that is locked", () => {
  const board = boardOf(
    { ...rectangle(0), kind: "frame", text: "Part" } as never,
    rectangle(1, { frame: idAt(0) }),
    rectangle(2, { locked: 1 }),
  );
  const moved = after(board, nudge(board, [idAt(0), idAt(2)], 10, 0));
  expect([0, 1, 2].map((count) => shapeAt(moved, idAt(count))?.x)).toEqual([10, 10, 0]);
});

test("moved to another page, shapes lie above what is there, in their order", () => {
  const board = boardOf(
    rectangle(0, { order: "a1" }),
    rectangle(1, { order: "a0" }),
    rectangle(2, { page: SECOND, order: "a5" }),
  );
  const moved = after(board, pageMove(board, [idAt(0), idAt(1)], SECOND));
  expect(shapesOnPage(moved, SECOND).map(({ id }) => id)).toEqual([2, 1, 0].map(idAt));
  expect(shapesOnPage(moved, FIRST_PAGE)).toEqual([]);
});
