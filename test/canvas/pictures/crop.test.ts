import { describe, expect, test } from "vitest";
import { cropOf, cropped, draggedCrop, wholeSize } from "../../../src/canvas/pictures/crop.js";
import { FIRST_PAGE } from "../../../src/board/board.js";
import type { ShapeId } from "../../../src/signal/ids.js";
import type { ImageShape } from "../../../src/signal/shape.js";

const image = (over: Partial<ImageShape> = {}): ImageShape => ({
  kind: "image",
  id: 1 as ShapeId,
  page: FIRST_PAGE,
  order: "a0",
  color: "black",
  size: 1,
  asset: "",
  x: 100,
  y: 200,
  w: 400,
  h: 200,
  ...over,
});
const WHOLE = { x: 0, y: 0, w: 1, h: 1 };
const HALF = { x: 0.5, y: 0, w: 0.5, h: 1 };

describe("dragging a crop", () => {
  test("moves the sides that the handle names", () => {
    expect(draggedCrop(WHOLE, { x: -1, y: 1 }, { x: 0.25, y: -0.5 })).toEqual({ x: 0.25, y: 0, w: 0.75, h: 0.5 });
    expect(draggedCrop(WHOLE, { x: 0, y: -1 }, { x: 0.25, y: 0.5 })).toEqual({ x: 0, y: 0.5, w: 1, h: 0.5 });
  });

  test("stays within the picture, and leaves some of it", () => {
    expect(draggedCrop(HALF, { x: 1, y: 0 }, { x: 3, y: 0 })).toEqual(HALF);
    const thin = draggedCrop(HALF, { x: 1, y: 0 }, { x: -3, y: 0 });
    expect([thin.x, thin.w > 0 && thin.w < 0.05]).toEqual([0.5, true]);
    expect(draggedCrop(HALF, null, { x: -9, y: 9 })).toEqual({ ...HALF, x: 0 });
  });
});

describe("a cropped picture", () => {
  test("shows its part where the part was", () => {
    expect(cropped(image(), HALF)).toEqual({
      x: 300,
      y: 200,
      w: 200,
      h: 200,
      cropX: 0.5,
      cropY: 0,
      cropW: 0.5,
      cropH: 1,
    });
  });

  test("is as it was when it is cropped to the whole again", () => {
    const part = image(cropped(image(), { x: 0.25, y: 0.5, w: 0.5, h: 0.25 }));
    expect(wholeSize(part)).toEqual({ w: 400, h: 200 });
    expect(image(cropped(part, WHOLE))).toMatchObject({ x: 100, y: 200, w: 400, h: 200 });
  });

  test("that is mirrored keeps its left part on the right", () => {
    const mirrored = image({ x: 500, w: -400 });
    expect(cropped(mirrored, HALF)).toMatchObject({ x: 300, w: -200 });
  });

  test("that is turned is moved along its own sides", () => {
    const { x, y } = cropped(image({ rotation: Math.PI / 2 }), HALF);
    expect([x, y].map(Math.round)).toEqual([100, 400]);
  });

  test("without a size is taken for whole", () => {
    expect(cropOf(image({ cropW: 0 }))).toEqual(WHOLE);
  });
});
