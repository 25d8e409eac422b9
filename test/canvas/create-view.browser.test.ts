import { describe, expect, test, vi } from "vitest";
import type { Picture } from "../../src/canvas/board-view.js";
import { ON_ITS_WAY_MS } from "../../src/canvas/reveal.js";
import { createView } from "../../src/canvas/create-view.js";
import { inkColor, pageColor } from "../../src/picture/palette.js";
import { virtualClock } from "../../src/clock/virtual.js";
import type { Shape } from "../../src/signal/shape.js";
import { withDensity } from "./support/density.js";
import { ANN, arrow, ellipse, idOf, ink, Log, ME, rectangle, text, unknown, wave } from "./support/log.js";
import { differentPixels, inkedPixels, mountView } from "./support/mount.js";

/** A room with these shapes in it, and Ann. */
function roomWith(...shapes: readonly Shape[]): Log & { readonly picture: () => Picture } {
  const log = new Log();
  log.join(ME, "Me");
  log.join(ANN, "Ann", "red");
  log.add(ME, ...shapes.map((shape) => ({ type: "shape.add", shape }) as const));
  return Object.assign(log, { picture: () => ({ board: log.board, time: log.time, self: ME }) });
}

/** A block of solid colour: its fill is what its outline's colour makes of the page. */
const block = rectangle(idOf(1), { x: 100, y: 100, w: 50, h: 50, fill: "solid" });

function rgba(color: string): number[] {
  const bits = Number.parseInt(color.slice(1), 16);
  return [bits >> 16, (bits >> 8) & 255, bits & 255, 255];
}

describe("a shape is drawn where it stands", () => {
  const at = { x: 150, y: 100 };
  test.each<[string, Shape]>([
    ["ink", ink(idOf(1), at)],
    ["a rectangle", rectangle(idOf(1), at)],
    ["a solid rectangle", rectangle(idOf(1), { ...at, fill: "solid" })],
    ["a hachured ellipse", ellipse(idOf(1), { ...at, fill: "hachure" })],
    ["an arrow", arrow(idOf(1), at)],
    ["text", text(idOf(1), at)],
    ["a shape of an unknown kind", unknown(idOf(1), at)],
  ])("%s", (_, shape) => {
    const { view, pixels } = mountView(roomWith(shape).picture);
    view.paint();
    const inked = inkedPixels(pixels("shapes"));
    expect(inked).toBeGreaterThan(100);
    // All of it is in the right part of the view: looking elsewhere, nothing is left.
    view.setCamera({ x: 300, y: 0, zoom: 1 });
    view.paint();
    expect(inkedPixels(pixels("shapes"))).toBe(0);
  });
});

test("a view is the page's colour where nothing is drawn, in either theme", () => {
  const { view, pixel } = mountView(roomWith().picture);
  view.paint();
  expect(pixel("shapes", 5, 5)).toEqual(rgba(pageColor("light")));
  view.setTheme("dark");
  view.paint();
  expect(pixel("shapes", 5, 5)).toEqual(rgba(pageColor("dark")));
});

test("black ink is light in the dark theme", () => {
  const thick = ink(idOf(1), { x: 100, y: 100, size: 40, points: wave(1) });
  const { view, pixel } = mountView(roomWith(thick).picture, { theme: "dark" });
  view.paint();
  expect(pixel("shapes", 100, 100)).toEqual(rgba(inkColor("black", "dark")));
});

test("a page written from right to left changes nothing", () => {
  const room = roomWith(text(idOf(1), { x: 200, y: 100 }), unknown(idOf(2), { x: 50, y: 50 }));
  room.add(ANN, { type: "cursor", cursor: { page: block.page, x: 300, y: 200 } });
  const pictures = ["ltr", "rtl"].map((direction) => {
    document.documentElement.dir = direction;
    const { view, pixels } = mountView(room.picture);
    view.paint();
    return (["shapes", "overlay"] as const).map(pixels);
  });
  document.documentElement.dir = "";
  const [before, after] = pictures;
  before?.forEach((picture, index) => {
    expect(inkedPixels(picture)).toBeGreaterThan(0);
    expect(differentPixels(picture, after?.[index] as ImageData)).toBe(0);
  });
});

test("a higher shape covers a lower one, whichever came first", () => {
  const [low, high] = [
    ink(idOf(1), { x: 100, y: 100, size: 40, points: wave(1), color: "#ff0000", order: "a1" }),
    ink(idOf(2), { x: 100, y: 100, size: 20, points: wave(1), color: "#0000ff", order: "a2" }),
  ];
  for (const shapes of [
    [low, high],
    [high, low],
  ]) {
    const { view, pixel } = mountView(roomWith(...shapes).picture);
    view.paint();
    expect(pixel("shapes", 100, 100)).toEqual(rgba("#0000ff"));
  }
});

test("the page chosen is the one that is shown", () => {
  const { view, pixels } = mountView(roomWith(block).picture);
  view.setPage("elsewhere" as typeof block.page);
  view.paint();
  expect(inkedPixels(pixels("shapes"))).toBe(0);
});

test("text is left out while an editor stands in its place, and the shape it labels is not", () => {
  const label = { ...block, label: "Label" };
  const { view, pixels } = mountView(roomWith(text(idOf(2), { x: 300, y: 200 }), label).picture);
  view.paint();
  const all = pixels("shapes");
  view.setHidden(idOf(2));
  view.paint();
  const withoutWords = pixels("shapes");
  view.setHidden(block.id);
  view.paint();
  const withoutLabel = pixels("shapes");
  const bare = mountView(roomWith(text(idOf(2), { x: 300, y: 200 }), block).picture);
  bare.view.paint();
  expect(differentPixels(withoutLabel, bare.pixels("shapes"))).toBe(0);
  expect(inkedPixels(withoutWords)).toBeLessThan(inkedPixels(all));
  view.setHidden(null);
  view.paint();
  expect(differentPixels(pixels("shapes"), all)).toBe(0);
});

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

test("shapes can be looked up by place, as the board is now", () => {
  const room = roomWith(block);
  const { view } = mountView(room.picture);
  const near = { x: 110, y: 110, w: 1, h: 1 };
  expect(view.shapesIn(near)).toEqual([block]);
  room.add(ME, { type: "shapes.remove", ids: [block.id] });
  expect(view.shapesIn(near)).toEqual([]);
});

describe("ink under construction", () => {
  const { points: _, ...header } = ink(idOf(1), { x: 100, y: 100 });
  const begin = (by: typeof ME) => {
    const room = roomWith();
    room.add(by, { type: "ink.begin", shape: header }, { type: "ink.append", id: header.id, points: wave(10) });
    const mounted = mountView(room.picture);
    mounted.view.paint();
    return { room, ...mounted };
  };

  test("of another grows as it was drawn", () => {
    const { room, view, pixels } = begin(ANN);
    const inked = [0, 20, 40, 72].map((wait) => {
      const { time } = room;
      room.time += ON_ITS_WAY_MS + wait;
      view.paint();
      room.time = time;
      return inkedPixels(pixels("strokes"));
    });
    expect(inked).toEqual(inked.toSorted((a, b) => a - b));
    expect(new Set(inked).size).toBe(4);
  });

  test("of one's own is there at once", () => {
    const { room, view, pixels } = begin(ME);
    const before = pixels("strokes");
    room.time += 1000;
    view.paint();
    expect(inkedPixels(before)).toBeGreaterThan(0);
    expect(differentPixels(pixels("strokes"), before)).toBe(0);
  });

  test("moves to the finished shapes without a change of form", () => {
    const { room, view, pixels } = begin(ME);
    const growing = inkedPixels(pixels("strokes"));
    room.add(ME, { type: "ink.end", id: header.id });
    view.paint();
    expect(inkedPixels(pixels("strokes"))).toBe(0);
    expect(Math.abs(inkedPixels(pixels("shapes")) - growing)).toBeLessThan(5);
  });
});

describe("the frame loop", () => {
  const cursor = (x: number) => ({ type: "cursor", cursor: { page: block.page, x, y: 50 } }) as const;

  /** A view whose picture's time is its clock's, as in a live room. */
  const live = () => {
    const room = roomWith(block);
    const { clock, ...mounted } = mountView(() => ({ ...room.picture(), time: clock.now() }));
    const advance = (ms: number) => {
      clock.advance(ms);
      room.time = clock.now();
    };
    advance(100);
    return { room, clock, advance, ...mounted };
  };

  test("paints once after a change and rests", () => {
    const { view, clock, pixels, room, advance } = live();
    expect(inkedPixels(pixels("shapes"))).toBeGreaterThan(0);
    expect(clock.waiting).toBe(0);
    room.add(ME, { type: "shapes.remove", ids: [block.id] });
    view.invalidate();
    view.invalidate();
    expect(clock.waiting).toBe(1);
    advance(20);
    expect(inkedPixels(pixels("shapes"))).toBe(0);
    expect(clock.waiting).toBe(0);
  });

  test("runs while a cursor glides, and after that only when it fades", () => {
    const { room, view, clock, pixels, advance } = live();
    room.add(ANN, cursor(50));
    advance(50);
    room.add(ANN, cursor(250));
    view.invalidate();
    const pictures = [20, 20, 20].map((wait) => (advance(wait), pixels("overlay")));
    expect(differentPixels(pictures[0] as ImageData, pictures[1] as ImageData)).toBeGreaterThan(0);
    expect(differentPixels(pictures[1] as ImageData, pictures[2] as ImageData)).toBeGreaterThan(0);
    advance(100);
    const still = pixels("overlay");
    // What waits now is the alarm for the fading, ten seconds on.
    expect(clock.waiting).toBe(1);
    advance(9000);
    expect(differentPixels(pixels("overlay"), still)).toBe(0);
    advance(1500);
    expect(differentPixels(pixels("overlay"), still)).toBeGreaterThan(0);
    advance(1000);
    expect(inkedPixels(pixels("overlay"))).toBe(0);
    expect(clock.waiting).toBe(0);
  });

  test("rests when the picture's time stands still, however much would move", () => {
    const room = roomWith();
    room.add(ANN, cursor(50));
    room.time += 50;
    room.add(ANN, cursor(250));
    const { clock } = mountView(room.picture);
    clock.advance(100);
    expect(clock.waiting).toBe(0);
  });

  test("does not run before there is a picture", () => {
    const { view, clock, pixel } = mountView(() => null);
    clock.advance(100);
    view.paint();
    expect(clock.waiting).toBe(0);
    expect(pixel("shapes", 5, 5)).toEqual([0, 0, 0, 0]);
  });
});

describe("size", () => {
  test("the overlay's canvas is as large as the element, pixel for pixel, while there is something on it", async () => {
    const { host, view, resize } = mountView(roomWith(block).picture);
    await resize(500, 250);
    const canvas = host.querySelector<HTMLCanvasElement>("[data-layer=overlay]");
    view.paint();
    expect([canvas?.clientWidth, canvas?.clientHeight]).toEqual([0, 0]);
    view.setSelection([block.id]);
    view.paint();
    expect([canvas?.width, canvas?.height]).toEqual([500, 250]);
    expect([canvas?.clientWidth, canvas?.clientHeight]).toEqual([500, 250]);
  });

  test("a resized view keeps its camera and shows more", async () => {
    const { view, pixel, resize } = mountView(roomWith(block).picture, { width: 120, height: 120 });
    view.paint();
    await resize(400, 300);
    view.paint();
    expect(pixel("shapes", 399, 299)).toEqual(rgba(pageColor("light")));
    expect(pixel("shapes", 125, 125)).not.toEqual(rgba(pageColor("light")));
  });

  test("a view of an element without size waits until it has one", async () => {
    const { view, clock, pixels, resize } = mountView(roomWith(block).picture, { width: 0, height: 0 });
    clock.advance(100);
    view.paint();
    await resize(400, 300);
    clock.advance(100);
    expect(inkedPixels(pixels("shapes"))).toBeGreaterThan(0);
  });

  test("on a screen twice as dense the picture has four times the pixels, in the same place", async () => {
    const room = roomWith(block, text(idOf(2)));
    const coarse = mountView(room.picture);
    coarse.view.paint();
    const coarsePixels = inkedPixels(coarse.pixels("shapes"));
    await withDensity(2, async () => {
      const { host, view, pixels } = mountView(room.picture);
      view.setSelection([block.id]);
      view.paint();
      const canvas = host.querySelector<HTMLCanvasElement>("[data-layer=overlay]");
      expect([canvas?.width, canvas?.height]).toEqual([800, 600]);
      expect([canvas?.clientWidth, canvas?.clientHeight]).toEqual([400, 300]);
      const ratio = inkedPixels(pixels("shapes")) / coarsePixels;
      expect(ratio).toBeGreaterThan(3);
      expect(ratio).toBeLessThan(5);
    });
  });

  test("a view that is carried to a denser screen and back follows", async () => {
    const queries = vi.spyOn(window, "matchMedia");
    const { view, pixels } = mountView(roomWith(block).picture);
    view.paint();
    const before = pixels("shapes");
    // Emulation changes the density without telling the queries, which a screen does.
    const tell = () => queries.mock.results.at(-1)?.value.dispatchEvent(new Event("change"));
    await withDensity(2, async () => {
      tell();
      expect(view.size.get().devicePixelRatio).toBe(2);
      view.paint();
      expect(pixels("shapes").width).toBe(800);
    });
    tell();
    view.paint();
    expect(view.size.get().devicePixelRatio).toBe(1);
    expect(differentPixels(pixels("shapes"), before)).toBe(0);
    queries.mockRestore();
  });
});

describe("destroying", () => {
  test("leaves the element as it was, and stops the clock", () => {
    const host = document.createElement("div");
    host.style.cssText = "width:100px;height:100px;overflow:auto";
    document.body.append(host);
    const clock = virtualClock();
    const view = createView(host, { clock, picture: roomWith(block).picture });
    expect(getComputedStyle(host)).toMatchObject({ position: "relative", overflow: "hidden" });
    view.destroy();
    view.destroy();
    view.invalidate();
    view.paint();
    expect(host.childElementCount).toBe(0);
    expect(host.style).toMatchObject({ position: "", overflow: "auto" });
    expect(clock.waiting).toBe(0);
    host.remove();
  });

  test("leaves another view of the same element alone", () => {
    const host = document.createElement("div");
    host.style.cssText = "width:100px;height:100px";
    document.body.append(host);
    const views = [1, 2].map(() => createView(host, { clock: virtualClock(), picture: roomWith(block).picture }));
    views[0]?.destroy();
    expect(host.querySelectorAll("[data-layer]")).toHaveLength(3);
    views[1]?.destroy();
    expect(host.querySelectorAll("[data-layer]")).toHaveLength(0);
    host.remove();
  });
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
