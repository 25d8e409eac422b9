import { describe, expect, test } from "vitest";
import { PRESSURE_MAX } from "../../src/signal/ink.js";
import type { InkShape } from "../../src/signal/shape.js";
import { deskWith } from "./support/desk.js";
import { idOf, ME, rectangle } from "./support/log.js";
import { inkedPixels } from "./support/mount.js";
import { Fingertip } from "./support/pointer-events.js";
import { placesOf, pressureOf } from "./support/strokes.js";

describe("drawing", () => {
  test("a press, moves and a release draw a stroke on the board under the pointer", () => {
    const { view, pointer, shapes, pixels } = deskWith("pen");
    view.setCamera({ x: 1000, y: 500, zoom: 2 });
    const mouse = pointer();
    mouse.down(20, 30);
    mouse.move(40, 30);
    mouse.up(40, 30);
    expect(placesOf(shapes()[0] as InkShape)).toEqual([
      [1010, 515],
      [1020, 515],
    ]);
    view.paint();
    expect(inkedPixels(pixels("shapes"))).toBeGreaterThan(50);
  });

  test("places that the browser joined into one event are all drawn", () => {
    const { pointer, shapes } = deskWith("pen");
    const mouse = pointer();
    mouse.down(20, 30);
    mouse.move(50, 30, {}, [
      [30, 31],
      [40, 32],
    ]);
    mouse.up(50, 30);
    expect(placesOf(shapes()[0] as InkShape)).toEqual([
      [20, 30],
      [30, 31],
      [40, 32],
      [50, 30],
    ]);
  });

  test("the pen's pressure is drawn, a mouse's is not", () => {
    const { pointer, shapes } = deskWith("pen");
    for (const pointerType of ["pen", "mouse"]) {
      const stylus = pointer({ pointerType });
      stylus.down(20, 30, { pressure: 0.25 });
      stylus.move(30, 30, { pressure: 1 });
      stylus.up(30, 30);
    }
    expect(shapes().map((shape) => [...pressureOf(shape as InkShape)])).toEqual([
      [16, PRESSURE_MAX],
      [32, 32],
    ]);
  });

  test("the tool in hand is the one that is used", () => {
    const { pointer, tool, shapes } = deskWith("rectangle");
    const mouse = pointer();
    const drag = () => (mouse.down(10, 10), mouse.move(60, 60), mouse.up(60, 60));
    drag();
    tool.set("arrow");
    drag();
    expect(shapes().map(({ kind }) => kind)).toEqual(["rectangle", "arrow"]);
  });

  test("the blunt end of a pen erases", () => {
    const { log, pointer, shapes } = deskWith("pen");
    log.add(ME, { type: "shape.add", shape: rectangle(idOf(1), { fill: "solid" }) });
    const stylus = pointer({ pointerType: "pen" });
    stylus.down(20, 30, { button: 5, buttons: 32 });
    stylus.up(20, 30, { button: 5 });
    expect(shapes()).toEqual([]);
  });

  test("other buttons do not draw", () => {
    const { pointer, typesSent } = deskWith("pen");
    pointer().down(20, 30, { button: 2, buttons: 2 });
    expect(typesSent()).toEqual([]);
  });

  test("presses on what the app puts over the board do not draw", () => {
    const { host, typesSent } = deskWith("pen");
    const button = document.createElement("button");
    host.append(button);
    new Fingertip(button).down(1, 1);
    expect(typesSent()).toEqual([]);
  });

  test("a pen held still does not open a menu", () => {
    const { host, pointer } = deskWith("pen");
    const ask = () => host.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true }));
    expect(ask()).toBe(true);
    const stylus = pointer({ pointerType: "pen" });
    stylus.down(20, 30);
    expect(ask()).toBe(false);
    stylus.up(20, 30);
    expect(ask()).toBe(true);
  });

  test("two presses open a text", () => {
    const { pointer, record } = deskWith("select");
    pointer().fire("dblclick", 70, 80);
    expect(record.texts).toEqual([{ x: 70, y: 80 }]);
  });
});

describe("a drag is taken back", () => {
  const drawing = () => {
    const desk = deskWith("pen");
    const mouse = desk.pointer();
    mouse.down(20, 30);
    mouse.move(40, 30);
    return { ...desk, mouse };
  };

  test("by escape, which then does nothing else", () => {
    const { typesSent, record, mouse } = drawing();
    let heard = 0;
    const hear = () => heard++;
    document.addEventListener("keydown", hear);
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    document.removeEventListener("keydown", hear);
    expect(typesSent().at(-1)).toBe("shapes.remove");
    expect(record.gestures).toEqual({ begun: 1, ended: 1, takenBack: 1 });
    mouse.move(60, 30);
    mouse.up(60, 30);
    expect(typesSent().at(-1)).toBe("shapes.remove");
    expect(heard).toBe(0);
  });

  test.each(["pointercancel", "lostpointercapture"])("by %s", (type) => {
    const { typesSent, mouse } = drawing();
    mouse.fire(type, 40, 30);
    expect(typesSent().at(-1)).toBe("shapes.remove");
  });

  test("when the board becomes read-only", () => {
    const { typesSent, isReadOnly } = drawing();
    isReadOnly.set(true);
    expect(typesSent().at(-1)).toBe("shapes.remove");
  });

  test("when the tools are detached", () => {
    const { typesSent, detach } = drawing();
    detach();
    expect(typesSent().at(-1)).toBe("shapes.remove");
  });

  test("but not by another pointer", () => {
    const { typesSent, pointer } = drawing();
    pointer({ pointerId: 2 }).fire("pointercancel", 40, 30);
    pointer({ pointerId: 2 }).up(40, 30);
    expect(typesSent().at(-1)).toBe("ink.append");
  });
});

describe("a line by presses", () => {
  /** Presses at some places with a mouse, the last of which it leaves again. */
  const pressed = (...places: readonly (readonly [number, number])[]) => {
    const desk = deskWith("line");
    const mouse = desk.pointer();
    for (const [x, y] of places) {
      mouse.move(x, y, { buttons: 0 });
      mouse.down(x, y);
      mouse.up(x, y);
      mouse.fire("lostpointercapture", x, y);
    }
    mouse.move(200, 200, { buttons: 0 });
    return { ...desk, mouse };
  };
  const key = (name: string) => {
    const event = new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    return event;
  };

  test("follows the pointer between them and ends with two on one point", () => {
    const { shapes, mouse, tool, record } = pressed([10, 10], [80, 50], [90, 120]);
    expect(shapes()).toMatchObject([{ x: 10, y: 10, w: 190, h: 190, through: "70 40 80 110" }]);
    mouse.down(90, 120);
    mouse.up(90, 120);
    mouse.move(250, 200, { buttons: 0 });
    tool.set("select");
    expect(shapes()).toMatchObject([{ x: 10, y: 10, w: 80, h: 110, through: "70 40" }]);
    expect(record.gestures).toEqual({ begun: 1, ended: 1, takenBack: 0 });
  });

  test.each(["Enter", "Escape"])("is kept with %s", (name) => {
    const { shapes, record } = pressed([10, 10], [80, 50]);
    expect(key(name).defaultPrevented).toBe(name === "Enter");
    expect(shapes()).toMatchObject([{ x: 10, y: 10, w: 70, h: 40 }]);
    expect(record.drawn).toHaveLength(1);
    expect(key("Enter").defaultPrevented).toBe(false);
  });

  test("is kept when another tool is taken up, which stays in hand", () => {
    const { shapes, tool, record } = pressed([10, 10], [80, 50]);
    tool.set("rectangle");
    expect(shapes()).toMatchObject([{ x: 10, y: 10, w: 70, h: 40 }]);
    expect([record.drawn, record.gestures.ended]).toEqual([[], 1]);
  });

  test("is taken back with one point when another tool is taken up", () => {
    const { shapes, tool } = pressed([10, 10]);
    expect(shapes()).toHaveLength(1);
    tool.set("select");
    expect(shapes()).toEqual([]);
  });

  test("may be drawn by fingers, and is kept when two of them pinch", () => {
    const { pointer, shapes } = deskWith("line");
    const [first, second] = [5, 6].map((pointerId) => pointer({ pointerType: "touch", pointerId })) as [
      Fingertip,
      Fingertip,
    ];
    for (const [finger, x, y] of [
      [first, 10, 10],
      [second, 80, 50],
      [first, 150, 20],
    ] as const) {
      finger.down(x, y);
      finger.up(x, y);
    }
    expect(shapes()).toMatchObject([{ x: 10, y: 10, w: 140, h: 10, through: "70 40" }]);
    first.down(250, 250);
    second.down(300, 250);
    expect(shapes()).toMatchObject([{ x: 10, y: 10, w: 140, h: 10, through: "70 40" }]);
  });

  test("ended by a double press leaves that to no other tool", () => {
    const { shapes, mouse, tool, record } = pressed([10, 10], [80, 50]);
    mouse.down(80, 50);
    mouse.up(80, 50);
    expect(record.drawn).toHaveLength(1);
    tool.set("select");
    mouse.fire("dblclick", 250, 250);
    expect(record.texts).toEqual([]);
    for (let times = 0; times < 2; times++) {
      mouse.down(250, 250);
      mouse.up(250, 250);
    }
    mouse.fire("dblclick", 250, 250);
    expect([shapes().length, record.texts.length]).toEqual([1, 1]);
  });
});

test("a laser ends when the tools are detached", () => {
  const { pointer, detach, typesSent } = deskWith("laser");
  const mouse = pointer();
  mouse.down(20, 30);
  mouse.up(20, 30);
  expect(typesSent()).not.toContain("ink.end");
  detach();
  expect(typesSent().at(-1)).toBe("ink.end");
});

test("what the eraser marks is pale until the pointer is let go", () => {
  const { log, view, pointer, pixel } = deskWith("eraser");
  log.add(ME, { type: "shape.add", shape: rectangle(idOf(1), { fill: "solid" }) });
  const shade = () => (view.paint(), pixel("shapes", 50, 30));
  const full = shade();
  const mouse = pointer();
  mouse.down(20, 30);
  const pale = shade();
  mouse.fire("pointercancel", 20, 30);
  expect(pale).not.toEqual(full);
  expect(shade()).toEqual(full);
  mouse.down(20, 30);
  mouse.up(20, 30);
  expect(shade()).toEqual([255, 255, 255, 255]);
});

test("what is left of a stroke is seen while the eraser cuts it, and nobody else sees it yet", () => {
  const { log, view, pointer, pixel, typesSent, shapes } = deskWith("eraser");
  const points = Int32Array.from([0, 0, 0, 32, 40, 0, 8, 32, 70, 0, 9, 32, 100, 0, 16, 32]);
  const stroke = { ...rectangle(idOf(1)), kind: "ink", x: 20, y: 50, step: 1, size: 8, points } as unknown as InkShape;
  log.add(ME, { type: "shape.add", shape: stroke });
  const isInked = (x: number) => (view.paint(), (pixel("shapes", x, 50)[0] ?? 0) < 128);
  expect([isInked(40), isInked(75), isInked(100)]).toEqual([true, true, true]);
  const mouse = pointer();
  mouse.down(75, 100, { altKey: true });
  mouse.move(75, 50, { altKey: true });
  expect([isInked(40), isInked(75), isInked(110)]).toEqual([true, false, true]);
  expect([typesSent(), shapes()]).toEqual([[], [stroke]]);
  mouse.fire("pointercancel", 75, 50);
  expect(isInked(75)).toBe(true);
});

test("detached tools leave no trace on the element", () => {
  const { host, pointer, detach, typesSent } = deskWith("pen");
  expect(host.style).toMatchObject({ cursor: "crosshair", touchAction: "none", userSelect: "none" });
  detach();
  pointer().down(10, 10);
  pointer().up(10, 10);
  expect(host.style).toMatchObject({ cursor: "", touchAction: "", userSelect: "" });
  expect(typesSent()).toEqual([]);
});
