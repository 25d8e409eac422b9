import { describe, expect, test } from "vitest";
import fc from "fast-check";
import type { Camera } from "../../src/canvas/board-view.js";
import { visibleBox } from "../../src/canvas/camera.js";
import { cameraToSee, seenWith } from "../../src/canvas/member-camera.js";
import { glideCamera } from "../../src/react/people/glide-camera.js";

const view = (width: number, height: number) => ({ width, height, devicePixelRatio: 1 });
const side = fc.integer({ min: 200, max: 4000 });
const anyView = fc.record({ width: side, height: side, devicePixelRatio: fc.constantFrom(1, 2) });

describe("a view that follows", () => {
  test("shows all that is seen, whatever the windows' sizes, and no more than it must", () => {
    fc.assert(
      fc.property(anyView, side, side, (size, w, h) => {
        const shown = visibleBox(cameraToSee({ x: 10, y: -20, zoom: 2, w, h }, size), size);
        const [seenW, seenH] = [w / 2, h / 2];
        const isClamped = shown.w === size.width / 8 || shown.w === size.width / 0.1;
        if (isClamped) return;
        expect(shown.w).toBeGreaterThanOrEqual(seenW - 1e-6);
        expect(shown.h).toBeGreaterThanOrEqual(seenH - 1e-6);
        expect(Math.min(shown.w / seenW, shown.h / seenH)).toBeCloseTo(1, 9);
        expect(shown.x + shown.w / 2).toBeCloseTo(10, 6);
      }),
    );
  });

  test("of somebody whose window is not known has the same middle and zoom", () => {
    expect(cameraToSee({ x: 400, y: 300, zoom: 1 }, view(800, 600))).toEqual({ x: 0, y: 0, zoom: 1 });
  });
});

describe("what a member tells that it sees", () => {
  test("is its own view, and nothing of its size before it is laid out", () => {
    const seen = seenWith({ x: 0, y: 0, zoom: 2 }, view(801, 600), null, null);
    expect(seen).toEqual({ x: 200.25, y: 150, zoom: 2, w: 801, h: 600 });
    expect(seenWith({ x: 0, y: 0, zoom: 2 }, view(0, 0), null, null)).toEqual({ x: 0, y: 0, zoom: 2 });
  });

  test("goes to the proportions of the one it follows, and back to its own", () => {
    const theirs = { x: 0, y: 0, zoom: 1, w: 400, h: 900 };
    let told = seenWith({ x: 0, y: 0, zoom: 0.5 }, view(1000, 450), null, null);
    for (let turn = 0; turn < 30; turn++) told = seenWith({ x: 0, y: 0, zoom: 0.5 }, view(1000, 450), told, theirs);
    expect(told.w).toBeCloseTo(200, 3);
    expect(told.h).toBeCloseTo(450, 3);
    expect(seenWith({ x: 0, y: 0, zoom: 0.5 }, view(1000, 450), told, null)).toMatchObject({ w: 1000, h: 450 });
  });

  test("lets two who follow each other come to rest, whatever their windows", () => {
    fc.assert(
      fc.property(anyView, anyView, (sizeA, sizeB) => {
        let [a, b]: [Camera, Camera] = [
          { x: 0, y: 0, zoom: 1 },
          { x: 50, y: 0, zoom: 1.2 },
        ];
        let [seenA, seenB] = [seenWith(a, sizeA, null, null), seenWith(b, sizeB, null, null)];
        const turn = () => {
          a = glideCamera(a, cameraToSee(seenB, sizeA), sizeA, 100);
          b = glideCamera(b, cameraToSee(seenA, sizeB), sizeB, 100);
          [seenA, seenB] = [seenWith(a, sizeA, seenA, seenB), seenWith(b, sizeB, seenB, seenA)];
        };
        for (let count = 0; count < 60; count++) turn();
        const { zoom } = a;
        turn();
        expect(Math.abs(a.zoom / zoom - 1)).toBeLessThan(1e-6);
      }),
    );
  });
});
