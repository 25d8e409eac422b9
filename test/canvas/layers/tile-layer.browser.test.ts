import { afterEach, describe, expect, test, vi } from "vitest";
import { FIRST_PAGE } from "../../../src/board/board.js";
import { sheetColor } from "../../../src/picture/palette.js";
import { type BoxShape, pointsOf, type Shape } from "../../../src/signal/shape.js";
import type { Paper } from "../../../src/signal/signal.js";
import { frame, idOf, image, ink, Log, ME, rectangle, text } from "../support/log.js";
import { differentPixels, inkedPixels, mountView, type MountedView, type MountOptions } from "../support/mount.js";

/** Several tiles wide and high. */
const VIEW = { width: 700, height: 600 };
const ASSET = "0".repeat(64);
const PLAIN: Paper = { color: "", pattern: "plain", asset: "", w: 0, h: 0 };

function roomWith(...shapes: readonly Shape[]): Log {
  const log = new Log();
  log.join(ME, "Me");
  for (const shape of shapes) log.add(ME, { type: "shape.add", shape });
  return log;
}

function setPaper(log: Log, paper: Partial<Paper> | null): void {
  log.add(ME, { type: "page.paper", id: FIRST_PAGE, paper: paper && { ...PLAIN, ...paper } });
}

function mounted(log: Log, options: MountOptions = {}): MountedView {
  const view = mountView(() => ({ board: log.board, time: log.time, self: ME }), { ...VIEW, ...options });
  view.view.paint();
  return view;
}

/** How many pixels the shapes are off from those of a view that is painted at once. */
function wrongPixels(log: Log, { view, pixels }: MountedView, options: MountOptions = {}): number {
  view.paint();
  const fresh = mounted(log, options);
  fresh.view.setCamera(view.camera.get());
  fresh.view.paint();
  return differentPixels(pixels("shapes"), fresh.pixels("shapes"));
}

/** How many tiles are painted while `act` is done and shown. */
function paintedTiles({ view }: MountedView, act: () => void): number {
  const shows = vi.spyOn(ImageBitmapRenderingContext.prototype, "transferFromImageBitmap");
  act();
  view.paint();
  return shows.mock.calls.filter(([bitmap]) => bitmap !== null).length;
}

function solid(id: number, color: string, props: Partial<Omit<BoxShape, "kind">> = {}) {
  return rectangle(idOf(id), { fill: "solid", fillColor: color, color, roughness: 0, size: 1, ...props });
}

const rgba = (color: string) => [...[1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)), 255];
const picture = (color: string) => {
  const context = new OffscreenCanvas(8, 8).getContext("2d") as OffscreenCanvasRenderingContext2D;
  context.fillStyle = color;
  context.fillRect(0, 0, 8, 8);
  return context.canvas;
};

afterEach(() => vi.restoreAllMocks());

describe("paper", () => {
  test("lies below tiles with shapes and below those without, in one pattern", () => {
    const log = roomWith(solid(1, "#ff0000", { x: 300, y: 300 }));
    setPaper(log, { color: "#fffbe0", pattern: "lines" });
    const { data, width } = mounted(log).pixels("shapes");
    const words = new Uint32Array(data.buffer);
    const column = (x: number) => Array.from({ length: 240 }, (_, y) => words[y * width + x]);
    expect(new Set(column(10)).size).toBe(2);
    expect(column(10)).toEqual(column(690));
    expect(column(10)).toEqual(column(300));
  });

  test("that changes is painted everywhere, and plain again there is nothing to paint", () => {
    const log = roomWith();
    const view = mounted(log);
    expect(paintedTiles(view, () => setPaper(log, { pattern: "grid" }))).toBe(9);
    expect(wrongPixels(log, view)).toBe(0);
    setPaper(log, { color: "#102030" });
    view.view.paint();
    expect(inkedPixels(view.pixels("shapes"))).toBe(0);
    expect(view.pixel("shapes", 350, 300)).toEqual(rgba("#102030"));
    expect(view.host.querySelectorAll("[data-layer=shapes] canvas")).toHaveLength(0);
  });

  test("with a picture shows it when it has come", () => {
    const log = roomWith();
    setPaper(log, { asset: ASSET, w: 400, h: 300 });
    const images = new Map<string, CanvasImageSource>();
    const view = mounted(log, { imageOf: (asset) => images.get(asset) ?? null });
    expect(view.pixel("shapes", 350, 250)).toEqual(rgba("#ffffff"));
    images.set(ASSET, picture("#00ff00"));
    view.view.repaintAsset(ASSET);
    view.view.paint();
    expect(view.pixel("shapes", 350, 250)).toEqual(rgba("#00ff00"));
    expect(view.pixel("shapes", 450, 250)).toEqual(rgba("#ffffff"));
  });

  test("moves with the board, and is sharp at another scale", () => {
    const log = roomWith(solid(1, "#ff0000", { x: 100, y: 100 }));
    setPaper(log, { pattern: "dots" });
    const view = mounted(log);
    for (const camera of [
      { x: 333, y: -120, zoom: 1 },
      { x: 10, y: 20, zoom: 1.7 },
      { x: 0, y: 0, zoom: 0.2 },
    ]) {
      view.view.setCamera(camera);
      expect(wrongPixels(log, view)).toBe(0);
    }
  });
});

test("a frame cuts what is in it over the borders of tiles, wherever it is moved to", () => {
  const around = frame(idOf(1), { x: 200, y: 200, w: 200, h: 150, text: "" });
  const child = solid(2, "#ff0000", { x: 100, y: 100, w: 500, h: 400, frame: idOf(1), order: "a1" });
  const log = roomWith(around, child);
  const view = mounted(log);
  const isRed = (x: number, y: number) => view.pixel("shapes", x, y).join() === rgba("#ff0000").join();
  const at = () => [isRed(250, 250), isRed(262, 262), isRed(390, 340), isRed(410, 250), isRed(150, 250)];
  expect(at()).toEqual([true, true, true, false, false]);
  log.add(ME, { type: "shape.set", id: idOf(1), props: { x: 120 } });
  view.view.paint();
  expect(at()).toEqual([true, true, false, false, true]);
  expect(wrongPixels(log, view)).toBe(0);
});

test("a picture that comes is painted in the tiles where it is shown, and in no other", () => {
  const shape = image(idOf(1), { x: 20, y: 20, w: 100, h: 80, asset: ASSET });
  const log = roomWith(shape, solid(2, "#ff0000", { x: 600, y: 500, order: "a1" }));
  const images = new Map<string, CanvasImageSource>();
  const view = mounted(log, { imageOf: (asset) => images.get(asset) ?? null });
  images.set(ASSET, picture("#00ff00"));
  expect(paintedTiles(view, () => view.view.repaintAsset(ASSET))).toBe(1);
  expect(view.pixel("shapes", 70, 60)).toEqual(rgba("#00ff00"));
});

test("a picture that came while another scale was shown is there when the scale comes back", () => {
  const log = roomWith(image(idOf(1), { x: 20, y: 20, w: 100, h: 80, asset: ASSET }));
  const images = new Map<string, CanvasImageSource>();
  const view = mounted(log, { imageOf: (asset) => images.get(asset) ?? null });
  view.view.setCamera({ x: 0, y: 0, zoom: 2 });
  view.view.paint();
  images.set(ASSET, picture("#00ff00"));
  view.view.repaintAsset(ASSET);
  view.view.setCamera({ x: 0, y: 0, zoom: 1 });
  view.view.paint();
  expect(view.pixel("shapes", 70, 60)).toEqual(rgba("#00ff00"));
});

test("a shape's words are left out while they are written, in its tiles only", () => {
  const [here, there] = [text(idOf(1), { x: 60, y: 60, text: "Ho" }), text(idOf(2), { x: 600, y: 550, text: "Ho" })];
  const log = roomWith(here, there);
  const view = mounted(log);
  const before = inkedPixels(view.pixels("shapes"));
  expect(paintedTiles(view, () => view.view.setHidden(idOf(1)))).toBe(1);
  expect(inkedPixels(view.pixels("shapes"))).toBeLessThan(before * 0.6);
  view.view.setHidden(null);
  expect(wrongPixels(log, view)).toBe(0);
});

describe("a highlighter", () => {
  const marker = ink(idOf(9), {
    ...{ x: 100, y: 250, size: 40, color: "yellow", brush: "highlighter", order: "b0" },
    points: Int32Array.from([0, 0, 0, 31, 500, 0, 8, 31, 1000, 0, 16, 31]),
  });

  test.each<readonly [string, Partial<Paper>]>([
    ["on white", {}],
    ["on squares", { pattern: "grid", color: "#cceeff" }],
    ["on a blackboard", { color: "#1f3d33", pattern: "dots" }],
  ])("that is added %s over tiles that are there looks as if all were painted at once", (_, paper) => {
    const log = roomWith(solid(1, "#ff0000", { x: 200, y: 200, w: 150, h: 120 }), text(idOf(2), { x: 400, y: 240 }));
    setPaper(log, paper);
    const view = mounted(log);
    const before = view.pixels("shapes");
    log.add(ME, { type: "shape.add", shape: marker });
    expect(wrongPixels(log, view)).toBe(0);
    expect(differentPixels(view.pixels("shapes"), before)).toBeGreaterThan(5000);
  });

  test("that is being drawn tinges what is below by the same colour as when it is done", () => {
    const log = roomWith();
    const { points: _, ...header } = marker;
    const points = pointsOf(marker);
    log.add(ME, { type: "ink.begin", shape: header }, { type: "ink.append", id: marker.id, points });
    const view = mounted(log);
    const layer = view.host.querySelector<HTMLElement>("[data-layer=strokes]");
    expect(layer?.style.mixBlendMode).toBe("multiply");
    expect(view.pixel("strokes", 300, 250)).toEqual(rgba(sheetColor("yellow", "light")));
    log.add(ME, { type: "ink.end", id: marker.id });
    view.view.paint();
    expect(view.pixel("shapes", 300, 250)).toEqual(rgba(sheetColor("yellow", "light")));
  });
});
