import { expect, onTestFinished, test } from "vitest";
import { attachNavigation, type NavigationOptions } from "../../src/canvas/attach-navigation.js";
import { EMPTY_BOARD } from "../../src/board/board.js";
import { mountView } from "./support/mount.js";
import { Fingertip } from "./support/pointer-events.js";

function mapWith(options?: NavigationOptions) {
  const mounted = mountView(() => ({ board: EMPTY_BOARD, time: 0, self: null }));
  const detach = attachNavigation(mounted.host, mounted.view, options);
  onTestFinished(detach);
  return { ...mounted, detach };
}

test("without tools every drag may pan, and space is left to the app", () => {
  const { host, view } = mapWith({ isPrimary: () => true });
  const finger = new Fingertip(host, { pointerType: "touch" });
  finger.fire("pointerenter", 50, 50);
  const space = new KeyboardEvent("keydown", { code: "Space", bubbles: true, cancelable: true });
  expect(document.body.dispatchEvent(space)).toBe(true);
  finger.down(50, 50);
  finger.move(80, 40);
  finger.up(80, 40);
  finger.move(200, 200);
  expect(view.camera.get()).toEqual({ x: -30, y: 10, zoom: 1 });
});

test("a drag is left to others unless it is asked for", () => {
  const { host, view } = mapWith();
  const mouse = new Fingertip(host);
  expect(mouse.down(50, 50)).toBe(true);
  mouse.move(80, 40);
  expect(view.camera.get()).toEqual({ x: 0, y: 0, zoom: 1 });
});

test("a third finger changes nothing, and lifting one of two ends the pinch", () => {
  const { host, view } = mapWith();
  const [a, b, c] = [1, 2, 3].map((pointerId) => new Fingertip(host, { pointerType: "touch", pointerId }));
  a?.down(100, 100);
  b?.down(200, 100);
  c?.down(300, 300);
  c?.move(10, 10);
  expect(view.camera.get()).toEqual({ x: 0, y: 0, zoom: 1 });
  b?.move(220, 100);
  expect(view.camera.get().zoom).toBeCloseTo(1.2, 9);
  for (const finger of [a, b, c]) finger?.up(100, 100);
  const { zoom } = view.camera.get();
  a?.down(100, 100);
  a?.move(300, 100);
  expect(view.camera.get().zoom).toBe(zoom);
});

test("detached, nothing moves the view", () => {
  const { host, view, detach } = mapWith({ isPrimary: () => true });
  detach();
  const mouse = new Fingertip(host);
  mouse.down(50, 50);
  mouse.move(80, 40);
  host.dispatchEvent(new WheelEvent("wheel", { deltaY: 40 }));
  expect(view.camera.get()).toEqual({ x: 0, y: 0, zoom: 1 });
});
