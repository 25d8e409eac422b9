import { afterEach, expect, test, vi } from "vitest";
import { EMPTY_BOARD } from "../../src/board/board.js";
import { branchesOf, shapesOf } from "../../src/board/leaves.js";
import type { Point } from "../../src/board/point.js";
import type { Shape } from "../../src/signal/shape.js";
import { idOf, ink, Log, ME } from "./support/log.js";
import { mountView } from "./support/mount.js";

const COLUMNS = 50;
/** A page of ink, 1,000 strokes side by side, as large as the view. */
const strokes = Array.from({ length: 1000 }, (_, index) => {
  const place = { x: (index % COLUMNS) * 20, y: Math.floor(index / COLUMNS) * 40 + 20 };
  return ink(idOf(index), { ...place, step: 0.1, size: 2 });
});

/** How much is drawn: each stroke is one fill of a path, in each tile it reaches into. */
function setUp() {
  const fills = vi.spyOn(OffscreenCanvasRenderingContext2D.prototype, "fill");
  const log = new Log();
  log.add(ME, ...strokes.map((shape) => ({ type: "shape.add", shape }) as const));
  const picture = () => ({ board: log.board, time: log.time, self: ME });
  const { view } = mountView(picture, { width: 1000, height: 800 });
  const drawn = (act: () => void) => {
    fills.mockClear();
    act();
    view.paint();
    return fills.mock.calls.length;
  };
  return { log, view, drawn };
}

afterEach(() => vi.restoreAllMocks());

test("a page is drawn once, and not again while nothing changes", () => {
  const { drawn } = setUp();
  const first = drawn(() => undefined);
  expect(first).toBeGreaterThanOrEqual(strokes.length);
  expect(first).toBeLessThan(2 * strokes.length);
  expect(drawn(() => undefined)).toBe(0);
});

test("a shape that is added on top is drawn alone", () => {
  const { log, drawn } = setUp();
  drawn(() => undefined);
  const shape = ink(idOf(5000), { x: 300, y: 300, order: "b0" });
  expect(drawn(() => log.add(ME, { type: "shape.add", shape }))).toBeLessThanOrEqual(4);
});

test("a shape that moves redraws its neighbours only", () => {
  const { log, drawn } = setUp();
  drawn(() => undefined);
  const moved = drawn(() => log.add(ME, { type: "shapes.move", ids: [idOf(512)], dx: 4, dy: 4 }));
  expect(moved).toBeGreaterThan(0);
  expect(moved).toBeLessThan(strokes.length / 5);
});

test("panning draws what comes into view, and coming back draws nothing", () => {
  const { view, drawn } = setUp();
  const at = ({ x, y }: Point) => drawn(() => view.setCamera({ x, y, zoom: 1 }));
  at({ x: 0, y: 0 });
  expect(at({ x: 30, y: 10 })).toBeLessThan(strokes.length / 5);
  expect(at({ x: 2000, y: 0 })).toBe(0);
  expect(at({ x: 0, y: 0 })).toBe(0);
});

test("zooming in step by step and all the way back draws nothing anew", () => {
  const { view, drawn } = setUp();
  const at = (zoom: number) => drawn(() => view.setCamera({ x: 0, y: 0, zoom }));
  expect(at(1)).toBeGreaterThan(0);
  for (const zoom of [2, 3, 4, 5]) expect(at(zoom)).toBeGreaterThan(0);
  expect(at(1)).toBe(0);
});

test("a seek to a board of other objects with the same shapes draws nothing", () => {
  const { log, drawn } = setUp();
  drawn(() => undefined);
  const copies = [...shapesOf(log.board)].map((shape): Shape => structuredClone(shape));
  expect(drawn(() => (log.board = { ...EMPTY_BOARD, branches: branchesOf(copies) }))).toBe(0);
});
