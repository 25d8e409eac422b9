import { describe, expect, test } from "vitest";
import { idOf, ink, Log, ME, rectangle, text } from "./support/log.js";
import { differentPixels, inkedPixels, mountView } from "./support/mount.js";
import { block, roomWith } from "./support/room-with.js";

describe("the camera", () => {
  test("moves the picture pixel for pixel", () => {
    const { view, pixels } = mountView(roomWith(block, text(idOf(2), { x: 160, y: 30 })).picture);
    view.paint();
    const before = pixels("shapes");
    view.setCamera({ x: -40, y: 25, zoom: 1 });
    view.paint();
    const after = pixels("shapes");
    let different = 0;
    const [then, now] = [new Uint32Array(before.data.buffer), new Uint32Array(after.data.buffer)];
    for (let y = 25; y < 300; y++) {
      for (let x = 0; x < 360; x++) if (then[y * 400 + x] !== now[(y - 25) * 400 + x + 40]) different++;
    }
    expect(different).toBe(0);
  });

  test("zooms what is drawn", () => {
    const { view, pixels } = mountView(roomWith(block).picture);
    view.paint();
    const before = inkedPixels(pixels("shapes"));
    view.zoomAt({ x: 100, y: 100 }, 2);
    view.paint();
    expect(inkedPixels(pixels("shapes")) / before).toBeCloseTo(4, 0);
    expect(view.toBoard({ x: 100, y: 100 })).toEqual({ x: 100, y: 100 });
    expect(view.toScreen({ x: 150, y: 100 })).toEqual({ x: 200, y: 100 });
  });

  test("fits all shapes of the page into the view", () => {
    const far = rectangle(idOf(2), { x: 3000, y: -500, fill: "solid" });
    const { view } = mountView(roomWith(block, far).picture);
    view.zoomToFit();
    for (const point of [block, { x: 3100, y: -440 }, far]) {
      const { x, y } = view.toScreen(point);
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(400);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(300);
    }
  });

  test("set to where it is tells nobody", () => {
    const { view } = mountView(roomWith().picture);
    let told = 0;
    view.camera.subscribe(() => told++);
    view.setCamera({ ...view.camera.get() });
    expect(told).toBe(0);
    view.setCamera({ x: 1, y: 0, zoom: 99 });
    expect([told, view.camera.get().zoom]).toEqual([1, 8]);
  });
});

test("far from the board's origin a shape is as sharp as near it", () => {
  const shapeAt = (x: number) => ink(idOf(1), { x, y: 100 });
  const [near, far] = [0, 2 ** 26].map((offset) => {
    const { view, pixels } = mountView(roomWith(shapeAt(offset + 100)).picture);
    view.setCamera({ x: offset, y: 0, zoom: 1 });
    view.paint();
    return pixels("shapes");
  });
  expect(differentPixels(near as ImageData, far as ImageData)).toBe(0);
});

describe("a camera that is sent somewhere", () => {
  const block = rectangle(idOf(1), { x: 1000, y: 1000, w: 2000, h: 1500 });
  const mounted = () => {
    const log = new Log();
    log.add(ME, { type: "shape.add", shape: block }, { type: "shape.add", shape: rectangle(idOf(2), { x: -900 }) });
    return mountView(() => ({ board: log.board, time: log.time, self: ME }));
  };

  test("is there at once for who wants less motion", () => {
    const { view } = mounted();
    view.zoomAt({ x: 0, y: 0 }, 2, { isAnimated: true });
    expect(view.camera.get().zoom).toBe(2);
  });

  test("shows what is selected, and stays where it is when nothing is", () => {
    const { view } = mounted();
    view.zoomToSelection();
    expect(view.camera.get()).toEqual({ x: 0, y: 0, zoom: 1 });
    view.setSelection([block.id]);
    view.zoomToSelection();
    const { x, y } = view.toScreen({ x: 2000, y: 1750 });
    expect(x).toBeCloseTo(200, 5);
    expect(y).toBeCloseTo(150, 5);
    expect(view.camera.get().zoom).toBeLessThan(1);
  });
});
