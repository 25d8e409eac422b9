import { describe, expect, test } from "vitest";
import { scaled } from "../../../src/board/transform.js";
import { boxFrameOf, isInFrame } from "../../../src/canvas/transform/box-frame.js";
import { cursorOf, handleAt, handlesOf, RESIZE_HANDLES } from "../../../src/canvas/transform/handles.js";
import { bendThrough, lineGripAt, lineGrips, onAngle } from "../../../src/canvas/transform/line-grips.js";
import { isAround, isTouched } from "../../../src/canvas/transform/lasso.js";
import { scalingFor } from "../../../src/canvas/transform/resize.js";
import { createReadingOrder, inReadingOrder, neighbourOf } from "../../../src/canvas/reading-order.js";
import { FIRST_PAGE } from "../../../src/board/board.js";
import type { PageId } from "../../../src/signal/ids.js";
import { arrow, boardOf, idOf, ink, Log, ME, rectangle } from "../support/log.js";

const frame = { x: 50, y: 30, w: 100, h: 60, angle: 0 };
const all = { canRotate: true, resize: RESIZE_HANDLES };
const free = { isProportional: false, isCentred: false };

describe("handles", () => {
  test("are nine around a box, a little off it, and one above to turn it", () => {
    const places = handlesOf(frame, 2, all).map(({ handle, x, y }) => [handle, x, y]);
    expect(places).toHaveLength(9);
    expect(places).toContainEqual(["nw", -2, -2]);
    expect(places).toContainEqual(["e", 102, 30]);
    expect(places).toContainEqual(["rotate", 50, -14]);
  });

  test("turn with the box", () => {
    const east = handlesOf({ ...frame, angle: Math.PI / 2 }, 1, all).find(({ handle }) => handle === "e");
    expect(east?.x).toBeCloseTo(50, 9);
    expect(east?.y).toBeCloseTo(30 + 54, 9);
  });

  test("are fewer where there is no room for them", () => {
    const names = (zoom: number) => handlesOf(frame, zoom, all).map(({ handle }) => handle);
    expect(names(0.5)).toEqual(["nw", "n", "ne", "se", "s", "sw", "rotate"]);
    expect(names(0.05)).toEqual(["se", "rotate"]);
  });

  test("a finger reaches farther than a mouse, but not over the middle of a small box", () => {
    const beside = { x: 118, y: 62 };
    expect(handleAt(frame, 1, all, beside, "mouse")).toBeNull();
    expect(handleAt(frame, 1, all, beside, "touch")).toBe("se");
    const small = { x: 0, y: 0, w: 20, h: 20, angle: 0 };
    expect(handleAt(small, 1, all, { x: 1, y: 2 }, "touch")).toBeNull();
    expect(handleAt(small, 1, all, { x: 14, y: 14 }, "touch")).toBe("se");
  });

  test("show by the cursor which way they go, also on a turned box", () => {
    expect(RESIZE_HANDLES.map((handle) => cursorOf(handle, 0))).toEqual(
      ["nwse", "ns", "nesw", "ew", "nwse", "ns", "nesw", "ew"].map((way) => `${way}-resize`),
    );
    expect(cursorOf("n", Math.PI / 2)).toBe("ew-resize");
    expect(cursorOf("nw", -Math.PI / 4)).toBe("ew-resize");
  });

  test("the box of one shape is turned with it, that of several is upright", () => {
    const turned = rectangle(idOf(1), { rotation: Math.PI / 2 });
    expect(boxFrameOf([turned])).toMatchObject({ w: 100, h: 60, angle: Math.PI / 2 });
    expect(boxFrameOf([turned])?.x).toBeCloseTo(-30, 9);
    expect(boxFrameOf([turned, rectangle(idOf(2))])?.angle).toBe(0);
    expect(boxFrameOf([])).toBeNull();
    expect(isInFrame({ ...frame, angle: Math.PI / 2 }, { x: 50, y: 75 })).toBe(true);
    expect(isInFrame(frame, { x: 50, y: 75 })).toBe(false);
  });
});

describe("resizing", () => {
  test("keeps the opposite side, or the middle", () => {
    expect(scalingFor(frame, "e", { x: 50, y: 9 }, free)).toEqual({ x: 0, y: 30, sx: 1.5, sy: 1 });
    expect(scalingFor(frame, "nw", { x: 50, y: 30 }, free)).toEqual({ x: 100, y: 60, sx: 0.5, sy: 0.5 });
    expect(scalingFor(frame, "e", { x: 50, y: 0 }, { ...free, isCentred: true })).toEqual({
      x: 50,
      y: 30,
      sx: 2,
      sy: 1,
    });
  });

  test("keeps the proportions by the larger side, and from the middle of one by that", () => {
    const rules = { ...free, isProportional: true };
    expect(scalingFor(frame, "se", { x: 100, y: 6 }, rules)).toMatchObject({ sx: 2, sy: 2 });
    expect(scalingFor(frame, "s", { x: 0, y: 60 }, rules)).toEqual({ x: 50, y: 0, sx: 2, sy: 2 });
  });

  test("goes through to the other side, never over nothing", () => {
    expect(scalingFor(frame, "e", { x: -200, y: 0 }, free)).toMatchObject({ sx: -1, sy: 1 });
    expect(scalingFor(frame, "e", { x: -100, y: 0 }, free)).toMatchObject({ sx: 0.01 });
  });

  test("leaves a side of no length alone", () => {
    expect(scalingFor({ ...frame, w: 0 }, "se", { x: 9, y: 60 }, free)).toMatchObject({ sx: 1, sy: 2 });
    expect(scalingFor({ ...frame, w: 0 }, "se", { x: 9, y: -30 }, { ...free, isProportional: true })).toMatchObject({
      sy: 0.5,
    });
  });

  test("flipping twice by a handle is the same as not at all", () => {
    for (const shape of [rectangle(idOf(1), { x: 7, y: 9 }), ink(idOf(2)), arrow(idOf(3), { bend: 8 })]) {
      const flip = (before: typeof shape) => {
        const box = boxFrameOf([before]);
        if (!box) throw new Error("There is nothing to flip.");
        const once = scalingFor(box, "e", { x: -2 * box.w, y: 0 }, free);
        return { ...before, ...scaled(before, once) } as typeof shape;
      };
      const back = scaled({ ...shape, ...scaled(shape, { x: 0, y: 0, sx: -1, sy: 1 }) }, { x: 0, y: 0, sx: -1, sy: 1 });
      expect({ ...shape, ...back }).toMatchObject(shape);
      expect(boxFrameOf([flip(shape)])?.w).toBeCloseTo(boxFrameOf([shape])?.w ?? 0, 3);
    }
  });
});

describe("a line's grips", () => {
  test("are its ends and its middle, and a bend leads through where the middle is dragged", () => {
    const line = arrow(idOf(1), { x: 10, y: 10, w: 100, h: 0 });
    expect(lineGrips(line, 1)).toEqual([
      { grip: "bend", x: 60, y: 10 },
      { grip: "start", x: 10, y: 10 },
      { grip: "end", x: 110, y: 10 },
    ]);
    const bend = bendThrough(line, { x: 60, y: 40 }, 5);
    expect(lineGrips({ ...line, bend }, 1)[0]).toEqual({ grip: "bend", x: 60, y: 40 });
    expect(bendThrough(line, { x: 60, y: 13 }, 5)).toBe(0);
  });

  test("are its points and the middles of its parts, but of parts too small for one", () => {
    const line = arrow(idOf(1), { x: 10, y: 10, w: 100, h: 0, through: "40 0 50 0", corners: "sharp" });
    expect(lineGrips(line, 1)).toEqual([
      { grip: { middle: 0 }, x: 30, y: 10 },
      { grip: { middle: 2 }, x: 85, y: 10 },
      { grip: { point: 0 }, x: 50, y: 10 },
      { grip: { point: 1 }, x: 60, y: 10 },
      { grip: "start", x: 10, y: 10 },
      { grip: "end", x: 110, y: 10 },
    ]);
    expect(lineGrips(line, 4)).toHaveLength(7);
    expect(lineGrips(line, 0.5)).toHaveLength(4);
  });

  test("are the nearest to the pointer, points before middles", () => {
    const line = arrow(idOf(1), { x: 10, y: 10, w: 100, h: 0, through: "40 0 50 0", corners: "sharp" });
    const at = (x: number, reach: number) => lineGripAt(line, 1, { x, y: 10 }, reach);
    expect([at(53, 8), at(58, 8), at(33, 8), at(33, 22), at(200, 8)]).toEqual([
      { point: 0 },
      { point: 1 },
      { middle: 0 },
      { point: 0 },
      null,
    ]);
  });

  test("shift keeps an end to every 15 degrees", () => {
    const { x, y } = onAngle({ x: 0, y: 0 }, { x: 100, y: 5 });
    expect([x, y]).toEqual([100, 0]);
  });
});

describe("a lasso", () => {
  const path = [
    { x: -10, y: -10 },
    { x: 50, y: -10 },
    { x: 50, y: 100 },
    { x: -10, y: 100 },
  ];

  test("touches what it crosses or goes around, and goes around only the latter", () => {
    const crossed = rectangle(idOf(1));
    const inside = rectangle(idOf(2), { w: 20, h: 20 });
    const beside = rectangle(idOf(3), { x: 60 });
    expect([crossed, inside, beside].map((shape) => isTouched(path, shape))).toEqual([true, true, false]);
    expect([crossed, inside, beside].map((shape) => isAround(path, shape))).toEqual([false, true, false]);
  });

  test("goes by the way of ink and lines, not by their boxes", () => {
    expect(isTouched(path, arrow(idOf(1), { x: 60, y: 0, w: 50, h: 200 }))).toBe(false);
    expect(isTouched(path, arrow(idOf(1), { x: 60, y: 50, w: -50, h: 100 }))).toBe(true);
    expect(isTouched(path, ink(idOf(1), { x: -200, y: 50 }))).toBe(false);
    expect(isAround(path, ink(idOf(1), { x: 0, y: 40, points: Int32Array.of(0, 0, 0, 32, 8, 8, 8, 32) }))).toBe(true);
  });

  test("inside of a large shape touches nothing of it", () => {
    expect(isTouched(path, rectangle(idOf(1), { x: -100, y: -100, w: 400, h: 400 }))).toBe(false);
  });
});

describe("the order in which shapes are read", () => {
  const at = (id: number, x: number, y: number) => rectangle(idOf(id), { x, y, h: 40 });
  const board = boardOf(
    ...[at(1, 300, 10), at(2, 0, 0), at(3, 0, 100), at(4, 150, 95)].map(
      (shape) => ({ type: "shape.add", shape }) as const,
    ),
  );
  const order = inReadingOrder(board, FIRST_PAGE);

  test("is row by row, from left to right", () => {
    expect(order.map(({ id }) => id)).toEqual([2, 1, 3, 4].map((count) => idOf(count)));
  });

  test("is kept until a shape of the board is another one, or another page is asked for", () => {
    const log = new Log();
    log.add(ME, ...[at(1, 300, 10), at(2, 0, 0)].map((shape) => ({ type: "shape.add", shape }) as const));
    const kept = createReadingOrder();
    const ids = (page = FIRST_PAGE) => kept(log.board, page).map(({ id }) => id);
    const before = kept(log.board, FIRST_PAGE);
    expect(ids()).toEqual([idOf(2), idOf(1)]);
    log.add(ME, { type: "cursor", cursor: { page: FIRST_PAGE, x: 1, y: 1 } });
    expect(kept(log.board, FIRST_PAGE)).toBe(before);
    log.add(ME, { type: "shapes.move", ids: [idOf(1)], dx: -400, dy: 0 });
    expect(ids()).toEqual([idOf(1), idOf(2)]);
    expect(ids("two" as PageId)).toEqual([]);
    expect(ids()).toEqual([idOf(1), idOf(2)]);
  });

  test("goes on from what is selected, either way, and ends", () => {
    expect(neighbourOf(order, [], 1)?.id).toBe(idOf(2));
    expect(neighbourOf(order, [], -1)?.id).toBe(idOf(4));
    expect(neighbourOf(order, [idOf(1)], 1)?.id).toBe(idOf(3));
    expect(neighbourOf(order, [idOf(1)], -1)?.id).toBe(idOf(2));
    expect(neighbourOf(order, [idOf(4)], 1)).toBeNull();
  });
});
