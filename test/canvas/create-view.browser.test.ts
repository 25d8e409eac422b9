import { describe, expect, test } from "vitest";
import { createView } from "../../src/canvas/create-view.js";
import { inkColor, pageColor } from "../../src/picture/palette.js";
import { virtualClock } from "../../src/clock/virtual.js";
import type { Shape } from "../../src/signal/shape.js";
import { ANN, arrow, ellipse, idOf, ink, ME, rectangle, text, unknown, wave } from "./support/log.js";
import { differentPixels, inkedPixels, mountView } from "./support/mount.js";
import { block, rgba, roomWith } from "./support/room-with.js";

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

test("shapes can be looked up by place, as the board is now", () => {
  const room = roomWith(block);
  const { view } = mountView(room.picture);
  const near = { x: 110, y: 110, w: 1, h: 1 };
  expect(view.shapesIn(near)).toEqual([block]);
  room.add(ME, { type: "shapes.remove", ids: [block.id] });
  expect(view.shapesIn(near)).toEqual([]);
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
