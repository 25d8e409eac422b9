import { describe, expect, test } from "vitest";
import { deskWith } from "./support/desk.js";

describe("moving the view", () => {
  test("two fingers pinch, and what the first had begun to draw is taken back", () => {
    const { view, pointer, typesSent, shapes } = deskWith("pen");
    const [first, second] = [5, 6].map((pointerId) => pointer({ pointerType: "touch", pointerId }));
    first?.down(100, 100);
    first?.move(102, 100);
    second?.down(200, 100);
    expect(typesSent().at(-1)).toBe("shapes.remove");
    const sent = typesSent().length;
    first?.move(50, 100);
    second?.move(250, 100);
    expect(view.camera.get().zoom).toBeCloseTo(200 / 98, 5);
    first?.up(50, 100);
    second?.move(300, 100);
    second?.up(300, 100);
    expect(typesSent()).toHaveLength(sent);
    expect(shapes()).toEqual([]);
  });

  test("after a pinch a finger draws again", () => {
    const { pointer, shapes } = deskWith("pen");
    const [first, second] = [5, 6].map((pointerId) => pointer({ pointerType: "touch", pointerId }));
    first?.down(100, 100);
    second?.down(200, 100);
    second?.up(200, 100);
    first?.up(100, 100);
    first?.down(150, 150);
    first?.up(150, 150);
    expect(shapes()).toHaveLength(1);
  });

  test("the middle button pans, whatever the tool", () => {
    const { view, pointer, typesSent } = deskWith("pen");
    const mouse = pointer();
    const isFree = mouse.down(100, 100, { button: 1, buttons: 4 });
    mouse.move(130, 110, { buttons: 4 });
    mouse.up(130, 110, { button: 1 });
    expect(isFree).toBe(false);
    expect(view.camera.get()).toEqual({ x: -30, y: -10, zoom: 1 });
    expect(typesSent()).toEqual([]);
  });

  test("with space held a drag pans; let go, it draws", () => {
    const { host, view, pointer, typesSent } = deskWith("pen");
    const mouse = pointer();
    const space = (type: string) =>
      document.body.dispatchEvent(
        new KeyboardEvent(type, { code: "Space", key: " ", bubbles: true, cancelable: true }),
      );
    mouse.fire("pointerenter", 100, 100);
    expect(space("keydown")).toBe(false);
    expect(host.style.cursor).toBe("grab");
    mouse.down(100, 100);
    mouse.move(130, 110);
    mouse.up(130, 110);
    space("keyup");
    expect(host.style.cursor).toBe("crosshair");
    expect(view.camera.get()).toEqual({ x: -30, y: -10, zoom: 1 });
    expect(typesSent()).toEqual([]);
    mouse.down(100, 100);
    expect(typesSent()).toEqual(["ink.begin", "ink.append"]);
    mouse.up(100, 100);
  });

  test("space is let go when the window loses the keyboard", () => {
    const { view, pointer } = deskWith("hand");
    const mouse = pointer();
    mouse.fire("pointerenter", 100, 100);
    document.body.dispatchEvent(new KeyboardEvent("keydown", { code: "Space", bubbles: true }));
    window.dispatchEvent(new Event("blur"));
    expect(mouse.down(100, 100, { button: 1 })).toBe(false);
    mouse.up(100, 100, { button: 1 });
    expect(mouse.down(100, 100)).toBe(true);
    mouse.up(100, 100);
    expect(view.camera.get()).toEqual({ x: 0, y: 0, zoom: 1 });
  });

  test("space is the page's own while the pointer is elsewhere", () => {
    deskWith("pen");
    const event = new KeyboardEvent("keydown", { code: "Space", bubbles: true, cancelable: true });
    expect(document.body.dispatchEvent(event)).toBe(true);
  });

  test("the wheel pans, with control it zooms at the pointer", () => {
    const { host, view } = deskWith("pen");
    const { left, top } = host.getBoundingClientRect();
    const wheel = (init: WheelEventInit) => {
      const place = { clientX: left + 100, clientY: top + 50 };
      return host.dispatchEvent(new WheelEvent("wheel", { bubbles: true, cancelable: true, ...place, ...init }));
    };
    expect(wheel({ deltaX: 7, deltaY: 40 })).toBe(false);
    expect(view.camera.get()).toEqual({ x: 7, y: 40, zoom: 1 });
    const under = view.toBoard({ x: 100, y: 50 });
    wheel({ deltaY: -20, ctrlKey: true });
    expect(view.camera.get().zoom).toBeCloseTo(Math.exp(0.2), 9);
    expect(view.toScreen(under).x).toBeCloseTo(100, 6);
    expect(view.toScreen(under).y).toBeCloseTo(50, 6);
  });

  test("who only looks pans with every drag", () => {
    const { host, view, pointer, typesSent, isReadOnly } = deskWith("pen");
    isReadOnly.set(true);
    const mouse = pointer();
    mouse.down(100, 100);
    mouse.move(130, 110);
    mouse.up(130, 110);
    expect(view.camera.get()).toEqual({ x: -30, y: -10, zoom: 1 });
    expect(typesSent()).toEqual([]);
    expect(host.style.cursor).toBe("grab");
  });
});
