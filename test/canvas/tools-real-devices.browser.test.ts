import { expect, test } from "vitest";
import { cdp } from "vitest/browser";
import { PRESSURE_MAX } from "../../src/signal/ink.js";
import type { InkShape } from "../../src/signal/shape.js";
import { deskWith } from "./support/desk.js";
import { placesOf, pressureOf } from "./support/strokes.js";

/** What the Chrome DevTools Protocol is asked for here. */
interface PenCommands {
  send(
    method: "Input.dispatchMouseEvent",
    event: {
      type: "mousePressed" | "mouseMoved" | "mouseReleased";
      x: number;
      y: number;
      button: "left";
      buttons: number;
      force: number;
      pointerType: "pen";
    },
  ): Promise<unknown>;
}

test("a real pen draws with its pressure, also when it leaves the element on its way", async () => {
  const { host, shapes, typesSent } = deskWith("pen");
  const { left, top } = host.getBoundingClientRect();
  const frame = window.frameElement?.getBoundingClientRect();
  const browser = cdp() as unknown as PenCommands;
  const pen = (type: "mousePressed" | "mouseMoved" | "mouseReleased", x: number, y: number, force: number) =>
    browser.send("Input.dispatchMouseEvent", {
      type,
      x: (frame?.left ?? 0) + left + x,
      y: (frame?.top ?? 0) + top + y,
      button: "left",
      buttons: type === "mouseReleased" ? 0 : 1,
      force,
      pointerType: "pen",
    });
  await pen("mousePressed", 350, 100, 0.25);
  await pen("mouseMoved", 380, 120, 0.5);
  await pen("mouseMoved", 430, 140, 1);
  await pen("mouseReleased", 430, 140, 0);
  await expect.poll(() => typesSent().at(-1)).toBe("ink.end");
  const shape = shapes()[0] as InkShape;
  expect(placesOf(shape)).toEqual([
    [350, 100],
    [380, 120],
    [430, 140],
  ]);
  expect([...pressureOf(shape)]).toEqual([16, 32, PRESSURE_MAX]);
});

/** What the Chrome DevTools Protocol is asked for by fingers. */
interface TouchCommands {
  send(
    method: "Input.dispatchTouchEvent",
    event: {
      type: "touchStart" | "touchMove" | "touchEnd";
      touchPoints: readonly { x: number; y: number; id: number }[];
    },
  ): Promise<unknown>;
}

/** Real fingers, each at its place on the element, the first as 0. */
function fingersOn(host: HTMLElement) {
  const { left, top } = host.getBoundingClientRect();
  const frame = window.frameElement?.getBoundingClientRect();
  const browser = cdp() as unknown as TouchCommands;
  return (type: "touchStart" | "touchMove" | "touchEnd", ...places: readonly (readonly [number, number])[]) => {
    const touchPoints = places.map(([x, y], id) => ({
      x: (frame?.left ?? 0) + left + x,
      y: (frame?.top ?? 0) + top + y,
      id,
    }));
    return browser.send("Input.dispatchTouchEvent", { type, touchPoints });
  };
}

test("real fingers: one draws, two pinch, and what the first had begun is taken back", async () => {
  const { host, shapes, typesSent, view } = deskWith("pen");
  const touch = fingersOn(host);
  await touch("touchStart", [100, 100]);
  await touch("touchMove", [150, 100]);
  await touch("touchEnd");
  await expect.poll(() => typesSent().at(-1)).toBe("ink.end");
  expect(placesOf(shapes()[0] as InkShape).at(-1)).toEqual([150, 100]);

  await touch("touchStart", [100, 100]);
  await touch("touchStart", [100, 100], [200, 100]);
  await touch("touchMove", [50, 100], [250, 100]);
  await touch("touchEnd");
  await expect.poll(() => view.camera.get().zoom).toBeCloseTo(2, 1);
  expect(shapes()).toHaveLength(1);
});

test("a real hand that lies on the screen while a real pen draws does nothing", async () => {
  const { host, shapes, typesSent, view, isPenMode } = deskWith("pen");
  const [touch, { left, top }] = [fingersOn(host), host.getBoundingClientRect()];
  const frame = window.frameElement?.getBoundingClientRect();
  const browser = cdp() as unknown as PenCommands;
  const pen = (type: "mousePressed" | "mouseMoved" | "mouseReleased", x: number, y: number) =>
    browser.send("Input.dispatchMouseEvent", {
      type,
      x: (frame?.left ?? 0) + left + x,
      y: (frame?.top ?? 0) + top + y,
      button: "left",
      buttons: type === "mouseReleased" ? 0 : 1,
      force: 0.5,
      pointerType: "pen",
    });
  await pen("mousePressed", 50, 50);
  await touch("touchStart", [200, 200]);
  await touch("touchMove", [260, 240]);
  await pen("mouseMoved", 80, 50);
  await touch("touchEnd");
  await pen("mouseReleased", 80, 50);
  await expect.poll(() => typesSent().at(-1)).toBe("ink.end");
  expect(shapes()).toHaveLength(1);
  expect(placesOf(shapes()[0] as InkShape).at(-1)).toEqual([80, 50]);
  expect([view.camera.get(), isPenMode.get()]).toEqual([{ x: 0, y: 0, zoom: 1 }, true]);
});
