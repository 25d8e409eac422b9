import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Camera, ViewSize } from "../../src/canvas/board-view.js";
import {
  cameraFor,
  centreOf,
  clampCamera,
  cameraAround,
  MAX_ZOOM,
  MIN_ZOOM,
  panBy,
  pinch,
  pixelFrame,
  toBoard,
  toScreen,
  visibleBox,
  zoomAround,
} from "../../src/canvas/camera.js";

const SIZE: ViewSize = { width: 800, height: 600, devicePixelRatio: 2 };
const coordinate = fc.integer({ min: -10_000, max: 10_000 });
const anyPoint = fc.record({ x: coordinate, y: coordinate });
const anyCamera: fc.Arbitrary<Camera> = fc.record({
  x: coordinate,
  y: coordinate,
  zoom: fc.double({ min: MIN_ZOOM, max: MAX_ZOOM, noNaN: true }),
});

test("a board point goes to the screen and back", () => {
  fc.assert(
    fc.property(anyCamera, anyPoint, (camera, point) => {
      const back = toBoard(camera, toScreen(camera, point));
      expect(back.x).toBeCloseTo(point.x, 6);
      expect(back.y).toBeCloseTo(point.y, 6);
    }),
  );
});

test("zooming keeps what is under the pointer there, within 0.1 to 8", () => {
  fc.assert(
    fc.property(anyCamera, anyPoint, fc.double({ min: 0.01, max: 100, noNaN: true }), (camera, point, factor) => {
      const zoomed = zoomAround(camera, point, factor);
      expect(zoomed.zoom).toBeGreaterThanOrEqual(MIN_ZOOM);
      expect(zoomed.zoom).toBeLessThanOrEqual(MAX_ZOOM);
      expect(toBoard(zoomed, point).x).toBeCloseTo(toBoard(camera, point).x, 4);
      expect(toBoard(zoomed, point).y).toBeCloseTo(toBoard(camera, point).y, 4);
    }),
  );
});

test("a hand pushes the board by screen pixels", () => {
  expect(panBy({ x: 10, y: 20, zoom: 2 }, 8, -4)).toEqual({ x: 6, y: 22, zoom: 2 });
});

test("two fingers keep what is under them", () => {
  const camera = { x: 0, y: 0, zoom: 1 };
  const before = [
    { x: 100, y: 100 },
    { x: 200, y: 100 },
  ] as const;
  const after = [
    { x: 150, y: 300 },
    { x: 350, y: 300 },
  ] as const;
  const pinched = pinch(camera, before, after);
  expect(pinched.zoom).toBe(2);
  expect(toBoard(pinched, after[0])).toEqual(before[0]);
  expect(toBoard(pinched, after[1])).toEqual(before[1]);
});

test("fingers on one spot do not zoom to infinity", () => {
  const [spot, apart] = [
    { x: 5, y: 5 },
    { x: 25, y: 5 },
  ];
  expect(pinch({ x: 0, y: 0, zoom: 1 }, [spot, spot], [spot, apart]).zoom).toBe(MAX_ZOOM);
  expect(pinch({ x: 0, y: 0, zoom: 1 }, [spot, apart], [spot, spot]).zoom).toBe(MIN_ZOOM);
});

describe("fitting", () => {
  test("shows all of a box", () => {
    fc.assert(
      fc.property(anyPoint, fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 5000 }), (at, w, h) => {
        const seen = visibleBox(cameraFor({ ...at, w, h }, SIZE), SIZE);
        expect(seen.x).toBeLessThanOrEqual(at.x);
        expect(seen.y).toBeLessThanOrEqual(at.y);
        expect(seen.x + seen.w).toBeGreaterThanOrEqual(at.x + w);
        expect(seen.y + seen.h).toBeGreaterThanOrEqual(at.y + h);
      }),
    );
  });

  test("does not magnify", () => {
    expect(cameraFor({ x: 0, y: 0, w: 10, h: 10 }, SIZE).zoom).toBe(1);
  });

  test("leaves most of a small view to the picture", () => {
    const thumbnail = { width: 100, height: 50, devicePixelRatio: 1 };
    expect(cameraFor({ x: 0, y: 0, w: 800, h: 1 }, thumbnail).zoom).toBeCloseTo(0.1, 9);
    expect(cameraFor({ x: 0, y: 0, w: 8000, h: 4000 }, { ...SIZE, width: 8000, height: 8000 }).zoom).toBe(7936 / 8000);
  });

  test("does not zoom out in a view that has no size yet", () => {
    expect(cameraFor({ x: 0, y: 0, w: 800, h: 1 }, { width: 0, height: 0, devicePixelRatio: 1 }).zoom).toBe(1);
  });

  test("shows the origin in the middle of an empty page", () => {
    expect(cameraFor(null, SIZE)).toEqual({ x: -400, y: -300, zoom: 1 });
  });
});

test("the middle of a view is where it was put", () => {
  const camera = cameraAround({ x: 70, y: -30 }, 2, SIZE);
  expect(centreOf(camera, SIZE)).toEqual({ x: 70, y: -30 });
});

test("a camera stays on the board", () => {
  expect(clampCamera({ x: 1e12, y: -1e12, zoom: 99 })).toEqual({ x: 1e9, y: -1e9, zoom: MAX_ZOOM });
});

test("a view shows whole device pixels", () => {
  const frame = pixelFrame({ x: 0.3, y: -2, zoom: 1 }, { width: 100.4, height: 50, devicePixelRatio: 1.5 });
  expect(frame).toEqual({ scale: 1.5, left: 0, top: -3, width: 151, height: 75 });
});
