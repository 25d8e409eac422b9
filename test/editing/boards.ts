import fc from "fast-check";
import type { Box } from "../../src/board/bounds.js";
import { EMPTY_BOARD, FIRST_PAGE, type Board } from "../../src/board/board.js";
import { shapesOf } from "../../src/board/leaves.js";
import { plainBoard } from "../../src/board/plain.js";
import { perform, step, type Desk } from "../../src/client/desk.js";
import { closeGesture, EMPTY_HISTORY, openGesture } from "../../src/client/history.js";
import { emptyOutbox } from "../../src/client/outbox.js";
import { predict } from "../../src/client/prediction.js";
import type { Placing } from "../../src/editing/fragment.js";
import { boxOf, shapesAt } from "../../src/editing/selection.js";
import { shapeId, type PageId, type ShapeId } from "../../src/signal/ids.js";
import { isOptional, withoutPlain } from "../../src/signal/optional.js";
import type { Shape, ShapeProps } from "../../src/signal/shape.js";
import type { Signal } from "../../src/signal/signal.js";
import { ANNA, boardAfter } from "../board/log.js";
import { ready } from "../client/signals.js";
import { arbitraryShape } from "../property/arbitrary-shape.js";

/** A page besides the first one. */
export const SECOND = "second" as PageId;

const COUNT = 9;
export const idAt = (count: number) => shapeId(ANNA, count);
const anyOf = fc.integer({ min: 0, max: COUNT - 1 }).map(idAt);
const grid = fc.integer({ min: -8000, max: 8000 }).map((units) => units / 16);

/** What joins shapes with one another, and keeps them from being changed. */
const links = fc.record(
  {
    group: fc.constantFrom("a", "a/b", "a/c", "d"),
    frame: anyOf,
    locked: fc.constantFrom(1, 0, 0, 0),
    startId: anyOf,
    endId: anyOf,
    rotation: fc.constantFrom(0, 0, 0.5, -2),
  },
  { requiredKeys: [] },
);

/** Boards of some shapes of all kinds on two pages, at places on the grid that tools use. */
export const arbitraryBoard: fc.Arbitrary<Board> = fc
  .array(fc.tuple(arbitraryShape(fc.constant(idAt(0))), links, fc.tuple(grid, grid, grid, grid)), {
    minLength: 1,
    maxLength: COUNT,
  })
  .map((drawn) => {
    const signals = drawn.map(([shape, joined, [x, y, w, h]], count): Signal => {
      const fitting: ShapeProps = Object.fromEntries(
        Object.entries({ ...joined, ...("w" in shape && { w, h }) }).filter(
          ([name]) => name === "w" || name === "h" || isOptional(shape.kind, name),
        ),
      );
      const page = count % 5 === 4 ? SECOND : FIRST_PAGE;
      const placed = { ...tamed(shape), ...fitting, id: idAt(count), page, x, y } as Shape;
      return { type: "shape.add", shape: withoutPlain(placed) };
    });
    return boardAfter({ type: "page.add", id: SECOND, name: "Second", order: "a1" }, ...signals);
  });

/** A shape as people make them: nothing as long as the board itself, lengths on the grid. */
function tamed(shape: Shape): Shape {
  const values = Object.entries(shape).map(([name, value]) => {
    if (name === "points") return [name, (value as Int32Array).map((number) => number % 4000)];
    const isLength = typeof value === "number" && name !== "rotation" && !/^(seed|start.|end.|crop.)/.test(name);
    return [name, isLength ? Math.round((value % 1000) * 16) / 16 || 1 : value];
  });
  return Object.fromEntries(values) as Shape;
}

/** Some of the shapes of such a board. */
export const someIds: fc.Arbitrary<readonly ShapeId[]> = fc.uniqueArray(anyOf, { minLength: 1, maxLength: COUNT });

/** Makes new shapes the way a person does who has made many already. */
export function placing(over: Partial<Placing> = {}): Placing {
  let [count, groups] = [100, 0];
  return {
    page: FIRST_PAGE,
    dx: 16,
    dy: 16,
    top: null,
    newId: () => idAt(count++),
    newGroup: () => `new${groups++}`,
    ...over,
  };
}

/** A client that has done signals in one gesture. */
export function done(board: Board, signals: readonly Signal[]): Desk {
  const desk = { prediction: predict(ANNA, board, emptyOutbox(0)), history: openGesture(EMPTY_HISTORY) };
  const { prediction, history } = perform(desk, ready(signals));
  return { prediction, history: closeGesture(history) };
}

/** The board after signals. */
export function after(board: Board, signals: readonly Signal[]): Board {
  return done(board, signals).prediction.board;
}

/** After one undo, or one redo. */
export function stepped(desk: Desk, way: "undo" | "redo"): Desk {
  return step(desk, way, (signal) => ready([signal]));
}

/** All that is drawn and on which pages: a board but for the highest order key of a page, which only ever rises. */
export function drawing(board: Board): unknown {
  const pages = Object.values(board.pages).map(({ id, name, order, paper }) => ({ id, name, order, paper }));
  return plainBoard({ ...EMPTY_BOARD, branches: board.branches, shared: { pages: pages as never } });
}

export function shapesById(board: Board): ReadonlyMap<ShapeId, Shape> {
  return new Map([...shapesOf(board)].map((shape) => [shape.id, shape]));
}

/** The boxes of the finished shapes of those ids. */
export function boxesOf(board: Board, ids: readonly ShapeId[]): readonly Box[] {
  return shapesAt(board, ids).map((shape) => boxOf(board, shape));
}
