import { describe, expect, test } from "vitest";
import { FIRST_PAGE } from "../../src/board/board.js";
import { inkColor, paperColor, patternColor, sheetColor } from "../../src/picture/palette.js";
import type { Shape } from "../../src/signal/shape.js";
import { ANN, frame, idOf, image, ink, Log, ME, note, rectangle } from "./support/log.js";
import { differentPixels, inkedPixels, mountView } from "./support/mount.js";

/** A room with these shapes on its page. */
function roomWith(...shapes: readonly Shape[]): Log {
  const log = new Log();
  log.join(ME, "Me");
  log.join(ANN, "Ann");
  for (const shape of shapes) log.add(ME, { type: "shape.add", shape });
  return log;
}

function mounted(log: Log, options: Parameters<typeof mountView>[1] = {}) {
  const view = mountView(() => ({ board: log.board, time: log.time, self: ME }), options);
  view.view.paint();
  return view;
}

const rgba = (color: string) => [...[1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)), 255];
/** A broad straight stroke to the right and back again. */
const THERE_AND_BACK = Int32Array.from([0, 0, 0, 31, 200, 0, 8, 31, 400, 0, 16, 31, 200, 0, 24, 31, 0, 0, 32, 31]);

describe("a highlighter", () => {
  const mark = ink(idOf(2), {
    x: 50,
    y: 100,
    size: 40,
    color: "yellow",
    brush: "highlighter",
    points: THERE_AND_BACK,
    order: "a1",
  });

  test("tinges the page, as much where it crosses itself", () => {
    const { pixel } = mounted(roomWith(mark));
    expect(pixel("shapes", 150, 100)).toEqual(rgba(sheetColor("yellow", "light")));
    expect(pixel("shapes", 60, 100)).toEqual(rgba(sheetColor("yellow", "light")));
  });

  test("lets black shine through", () => {
    const black = rectangle(idOf(1), {
      x: 120,
      y: 60,
      w: 60,
      h: 80,
      fill: "solid",
      fillColor: "#000000",
      roughness: 0,
      order: "a0",
    });
    expect(mounted(roomWith(black, mark)).pixel("shapes", 150, 100)).toEqual([0, 0, 0, 255]);
  });
});

test("a shape of several pieces is seen through as one", () => {
  const box = rectangle(idOf(1), {
    x: 50,
    y: 50,
    w: 100,
    h: 100,
    size: 20,
    roughness: 0,
    fill: "solid",
    fillColor: "#000000",
    color: "#000000",
    opacity: 0.5,
  });
  const { pixel } = mounted(roomWith(box));
  // The middle of the outline's inner half has the fill below it.
  expect(pixel("shapes", 55, 100)).toEqual(pixel("shapes", 100, 100));
  expect(pixel("shapes", 100, 100)[0]).toBeGreaterThan(120);
  expect(pixel("shapes", 100, 100)[0]).toBeLessThan(135);
});

describe("a frame", () => {
  const child = rectangle(idOf(2), {
    x: 50,
    y: 50,
    w: 200,
    h: 50,
    fill: "solid",
    fillColor: "#ff0000",
    roughness: 0,
    size: 1,
    frame: idOf(1),
  });
  const around = frame(idOf(1), { x: 20, y: 20, w: 100, h: 150, text: "" });

  test("cuts what is in it, and lets go of it when it is removed", () => {
    const log = roomWith(around, child);
    const { view, pixel } = mounted(log);
    expect([pixel("shapes", 80, 75), pixel("shapes", 180, 75)]).toEqual([rgba("#ff0000"), rgba("#ffffff")]);
    log.add(ME, { type: "shapes.remove", ids: [around.id] });
    view.paint();
    expect(pixel("shapes", 180, 75)).toEqual(rgba("#ff0000"));
  });
});

describe("a picture", () => {
  const shape = image(idOf(1), { x: 20, y: 20, w: 100, h: 80, alt: "A cat" });
  const red = () => {
    const context = new OffscreenCanvas(4, 4).getContext("2d");
    if (!context) throw new Error("There is no 2D canvas.");
    context.fillStyle = "#ff0000";
    context.fillRect(0, 0, 2, 4);
    context.fillStyle = "#0000ff";
    context.fillRect(2, 0, 2, 4);
    return context.canvas;
  };

  test("is its alternative text until it comes, and then itself", () => {
    let picture: OffscreenCanvas | null = null;
    const { view, pixel, pixels } = mounted(roomWith(shape), { imageOf: () => picture });
    expect(inkedPixels(pixels("shapes"))).toBeGreaterThan(0);
    expect(pixel("shapes", 30, 90)).toEqual(rgba("#ffffff"));
    picture = red();
    view.repaintAsset(shape.asset);
    view.paint();
    expect([pixel("shapes", 30, 90), pixel("shapes", 110, 90)]).toEqual([rgba("#ff0000"), rgba("#0000ff")]);
  });

  test("shows the part it is cut to, and mirrors", () => {
    const cut = mounted(roomWith({ ...shape, cropX: 0.5, cropW: 0.5 }), { imageOf: red });
    expect(cut.pixel("shapes", 100, 60)).toEqual(rgba("#0000ff"));
    const mirrored = mounted(roomWith({ ...shape, x: 120, w: -100 }), { imageOf: red });
    expect(mirrored.pixel("shapes", 30, 60)).toEqual(rgba("#0000ff"));
  });
});

describe("a laser", () => {
  const { points, ...header } = ink(idOf(9, ANN), { x: 50, y: 100, size: 10, color: "red", brush: "laser" });

  test("fades by the log's time, and asks for no more frames then", async () => {
    const log = roomWith();
    log.add(
      ANN,
      { type: "ink.begin", shape: header },
      { type: "ink.append", id: header.id, points: points as Int32Array },
    );
    const { view, pixels } = mounted(log);
    const strength = () => {
      view.paint();
      return pixels("strokes").data.reduce((most, value, index) => (index % 4 === 3 ? Math.max(most, value) : most), 0);
    };
    log.time += 1000;
    expect(strength()).toBe(255);
    log.time += 700;
    expect(strength()).toBeGreaterThan(100);
    expect(strength()).toBeLessThan(155);
    log.time += 1000;
    expect(strength()).toBe(0);
  });
});

describe("a page's paper", () => {
  const paper = { color: "", pattern: "grid", asset: "", w: 0, h: 0 };

  test.each(["grid", "dots", "lines"])("has %s that stand still on the board", (pattern) => {
    const log = roomWith(rectangle(idOf(1), { x: 100, y: 100 }));
    log.add(ME, { type: "page.paper", id: FIRST_PAGE, paper: { ...paper, pattern } });
    const { view, pixel } = mounted(log);
    const line = rgba(patternColor(paperColor("", "light")));
    expect(pixel("shapes", 48, 72)).toEqual(line);
    view.setCamera({ x: 10, y: 30, zoom: 1 });
    view.paint();
    expect(pixel("shapes", 38, 42)).toEqual(line);
    expect(pixel("shapes", 48, 52)).toEqual(rgba("#ffffff"));
  });

  test.each([0.1, 0.4, 1, 3, 8])("covers neither little nor much of a view at zoom %d", (zoom) => {
    const log = roomWith();
    log.add(ME, { type: "page.paper", id: FIRST_PAGE, paper });
    const { view, pixels } = mounted(log);
    view.setCamera({ x: 5, y: 5, zoom });
    view.paint();
    const marked = inkedPixels(pixels("shapes")) / (400 * 300);
    expect(marked).toBeGreaterThan(0.003);
    expect(marked).toBeLessThan(0.2);
  });

  test("that is dark is written on in the colours of the dark theme", () => {
    const log = roomWith(rectangle(idOf(1), { x: 50, y: 50, w: 100, h: 100, size: 20, roughness: 0 }));
    log.add(ME, { type: "page.paper", id: FIRST_PAGE, paper: { ...paper, pattern: "plain", color: "#113322" } });
    const { pixel } = mounted(log);
    expect(pixel("shapes", 10, 10)).toEqual(rgba("#113322"));
    expect(pixel("shapes", 50, 100)).toEqual(rgba(inkColor("black", "dark")));
  });

  test("of the same look is not painted anew", () => {
    const log = roomWith(note(idOf(1)));
    log.add(ME, { type: "page.paper", id: FIRST_PAGE, paper });
    const { view, pixels } = mounted(log);
    const before = pixels("shapes");
    log.add(ME, { type: "page.paper", id: FIRST_PAGE, paper: { ...paper } });
    view.paint();
    expect(differentPixels(before, pixels("shapes"))).toBe(0);
  });
});
