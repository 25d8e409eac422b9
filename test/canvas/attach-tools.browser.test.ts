import { describe, expect, onTestFinished, test } from "vitest";
import { cdp } from "vitest/browser";
import { shapesOf } from "../../src/board/leaves.js";
import { attachTools } from "../../src/canvas/attach-tools.js";
import type { ToolName } from "../../src/canvas/tool.js";
import { INK_STRIDE, PRESSURE_MAX } from "../../src/signal/ink.js";
import { pointsOf, type InkShape } from "../../src/signal/shape.js";
import { createStore } from "../../src/store/store.js";
import { idOf, Log, ME, rectangle } from "./support/log.js";
import { inkedPixels, mountView } from "./support/mount.js";
import { Fingertip } from "./support/pointer-events.js";
import { recordedContext } from "./support/recorded-context.js";

/** A whiteboard with one tool in hand. */
function deskWith(name: ToolName) {
  const log = new Log();
  const mounted = mountView(() => ({ board: log.board, time: log.time, self: ME }));
  const { context, record } = recordedContext(log, mounted.view);
  const [tool, isReadOnly, isPenMode] = [createStore(name), createStore(false), createStore(false)];
  const detach = attachTools(mounted.host, context, { tool, isReadOnly, isPenMode });
  onTestFinished(detach);
  let now = 1000;
  const wait = (ms: number) => (now += ms);
  const pointer = (init?: PointerEventInit) => new Fingertip(mounted.host, init, () => now);
  const typesSent = () => record.sent.map(({ type }) => type).filter((type) => type !== "cursor");
  const cursors = () => record.sent.flatMap((signal) => (signal.type === "cursor" ? [signal.cursor] : []));
  const shapes = () => [...shapesOf(log.board)];
  return { ...mounted, log, record, tool, isReadOnly, isPenMode, detach, wait, pointer, typesSent, cursors, shapes };
}

/** A stroke's points on the board. */
function placesOf(ink: InkShape): number[][] {
  const { x, y, step } = ink;
  const points = pointsOf(ink);
  return Array.from({ length: points.length / INK_STRIDE }, (_, index) => [
    x + (points[index * INK_STRIDE] ?? 0) * step,
    y + (points[index * INK_STRIDE + 1] ?? 0) * step,
  ]);
}

const pressureOf = (ink: InkShape) => pointsOf(ink).filter((_, index) => index % INK_STRIDE === 3);

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

describe("the hand that holds the pen", () => {
  const touch = { pointerType: "touch", pointerId: 7 };

  test("does not draw while the pen is about, and moves nothing", () => {
    const { pointer, typesSent, view } = deskWith("pen");
    pointer({ pointerType: "pen" }).move(20, 30);
    const palm = pointer(touch);
    palm.down(90, 90);
    palm.move(95, 95);
    palm.up(95, 95);
    expect(typesSent()).toEqual([]);
    expect(view.camera.get()).toEqual({ x: 0, y: 0, zoom: 1 });
  });

  test("loses what it drew when the pen comes down", () => {
    const { pointer, shapes } = deskWith("pen");
    pointer(touch).down(90, 90);
    const stylus = pointer({ pointerType: "pen" });
    stylus.down(20, 30);
    stylus.up(20, 30);
    expect(shapes()).toHaveLength(1);
    expect(placesOf(shapes()[0] as InkShape)).toEqual([[20, 30]]);
  });

  test("a finger draws where there is no pen", () => {
    const { pointer, shapes, isPenMode } = deskWith("pen");
    const finger = pointer(touch);
    finger.down(20, 30);
    finger.up(20, 30);
    expect([shapes().length, isPenMode.get()]).toEqual([1, false]);
  });

  /** A board on which a pen was used, a while ago. */
  const afterPen = () => {
    const desk = deskWith("pen");
    const stylus = desk.pointer({ pointerType: "pen" });
    stylus.down(20, 30);
    stylus.up(20, 30);
    desk.wait(520);
    return desk;
  };

  test("where a pen was used a finger moves the board, until pen mode is left", () => {
    const { pointer, shapes, isPenMode, view } = afterPen();
    expect(isPenMode.get()).toBe(true);
    const finger = pointer(touch);
    const drag = () => (finger.down(100, 100), finger.move(130, 110), finger.up(130, 110));
    drag();
    expect([shapes().length, view.camera.get()]).toEqual([1, { x: -30, y: -10, zoom: 1 }]);
    isPenMode.set(false);
    drag();
    expect(shapes()).toHaveLength(2);
  });

  test("two fingers pinch where a pen was used", () => {
    const { pointer, shapes, view } = afterPen();
    const [first, second] = [5, 6].map((pointerId) => pointer({ pointerType: "touch", pointerId }));
    first?.down(100, 100);
    second?.down(200, 100);
    second?.move(300, 100);
    expect(view.camera.get().zoom).toBeCloseTo(2, 5);
    expect(shapes()).toHaveLength(1);
  });

  test("a pen that comes down ends what the hand had begun to move", () => {
    const { pointer, shapes, view } = afterPen();
    const palm = pointer(touch);
    palm.down(100, 100);
    const stylus = pointer({ pointerType: "pen" });
    stylus.down(20, 30);
    palm.move(150, 150);
    stylus.up(20, 30);
    palm.up(150, 150);
    expect([shapes().length, view.camera.get()]).toEqual([2, { x: 0, y: 0, zoom: 1 }]);
  });
});

describe("a line by two presses", () => {
  test("follows the pointer between them and ends with the second", () => {
    const { pointer, shapes, tool } = deskWith("line");
    const mouse = pointer();
    mouse.down(10, 10);
    mouse.up(10, 10);
    mouse.fire("lostpointercapture", 10, 10);
    mouse.move(60, 40, { buttons: 0 });
    expect(shapes()).toMatchObject([{ x: 10, y: 10, w: 50, h: 30 }]);
    mouse.down(80, 50);
    mouse.up(80, 50);
    mouse.move(200, 200, { buttons: 0 });
    tool.set("select");
    expect(shapes()).toMatchObject([{ x: 10, y: 10, w: 70, h: 40 }]);
  });

  test("is taken back when another tool is taken up", () => {
    const { pointer, shapes, tool } = deskWith("line");
    const mouse = pointer();
    mouse.down(10, 10);
    mouse.up(10, 10);
    mouse.move(60, 40, { buttons: 0 });
    tool.set("select");
    expect(shapes()).toEqual([]);
  });

  test("may be ended by another finger", () => {
    const { pointer, shapes } = deskWith("line");
    const [first, second] = [5, 6].map((pointerId) => pointer({ pointerType: "touch", pointerId }));
    first?.down(10, 10);
    first?.up(10, 10);
    second?.down(80, 50);
    second?.up(80, 50);
    expect(shapes()).toMatchObject([{ x: 10, y: 10, w: 70, h: 40 }]);
  });
});

describe("a menu", () => {
  const box = rectangle(idOf(1), { fill: "solid" });
  const deskWithBox = (name: ToolName) => {
    const desk = deskWith(name);
    desk.log.add(ME, { type: "shape.add", shape: box });
    return desk;
  };
  const right = { button: 2, buttons: 2 };

  test("is about the shape under the pointer, whatever is in hand", () => {
    const { pointer, record, typesSent } = deskWithBox("pen");
    const mouse = pointer();
    mouse.down(20, 30, right);
    expect(mouse.fire("contextmenu", 20, 30, right)).toBe(true);
    expect([record.selection, typesSent()]).toEqual([[box.id], []]);
    mouse.fire("contextmenu", 350, 250, right);
    expect(record.selection).toEqual([]);
  });

  test("is about all that is selected when it is asked for there, and from the keyboard", () => {
    const { pointer, record } = deskWithBox("select");
    record.selection = [box.id, idOf(2)];
    pointer().fire("contextmenu", 20, 30, right);
    pointer({ pointerType: "" }).fire("contextmenu", 350, 250, { button: 0 });
    expect(record.selection).toEqual([box.id, idOf(2)]);
  });

  test("comes by a long press of a finger that selects, which then drags no more", () => {
    const { pointer, record, shapes } = deskWithBox("select");
    const finger = pointer({ pointerType: "touch" });
    finger.down(20, 30);
    expect(finger.fire("contextmenu", 20, 30)).toBe(true);
    finger.move(90, 90);
    finger.up(90, 90);
    expect([record.selection, shapes()]).toEqual([[box.id], [box]]);
  });

  test("comes of itself where the browser makes none of a long press, and not while something is drawn", () => {
    const { host, pointer, record, tool } = deskWithBox("select");
    const shown: boolean[] = [];
    host.addEventListener("contextmenu", (event) => void shown.push(!event.defaultPrevented));
    const finger = pointer({ pointerType: "touch" });
    const rest = () => (finger.down(20, 30), record.clock.advance(500), finger.up(20, 30));
    rest();
    expect([shown, record.selection]).toEqual([[true], [box.id]]);
    tool.set("pen");
    rest();
    expect(shown).toEqual([true, false]);
  });

  test("selects nothing for who only looks", () => {
    const { pointer, record, isReadOnly } = deskWithBox("pen");
    isReadOnly.set(true);
    pointer().fire("contextmenu", 20, 30, right);
    expect(record.selection).toEqual([]);
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

describe("one's cursor", () => {
  test("is told on the board, in sixteenths, and taken away when the pointer leaves", () => {
    const { view, pointer, cursors } = deskWith("pen");
    view.setCamera({ x: 100, y: 0, zoom: 3 });
    const mouse = pointer();
    mouse.move(10, 9, { buttons: 0 });
    mouse.fire("pointerleave", 500, 9);
    mouse.fire("pointerleave", 500, 9);
    expect(cursors()).toEqual([{ page: "page", x: 103.3125, y: 3 }, null]);
  });

  test("is told while a shape is drawn too, after what is drawn", () => {
    const { pointer, record } = deskWith("rectangle");
    const mouse = pointer();
    mouse.down(10, 10);
    mouse.move(20, 10);
    expect(record.sent.map(({ type }) => type).slice(-2)).toEqual(["shape.add", "cursor"]);
  });

  test("is taken away when the pen begins to draw, which tells it itself, and told where a mouse ends", () => {
    const { pointer, record, cursors } = deskWith("pen");
    const mouse = pointer();
    mouse.move(5, 5, { buttons: 0 });
    mouse.down(10, 10);
    mouse.move(20, 10);
    pointer({ pointerId: 2 }).move(90, 90);
    mouse.move(30, 10);
    expect(cursors()).toEqual([{ page: "page", x: 5, y: 5 }, null]);
    mouse.up(30, 10);
    expect(record.batches.slice(-2).flatMap((batch) => batch.map(({ type }) => type))).toEqual(["ink.end", "cursor"]);
    mouse.fire("pointerleave", 500, 9);
    expect(cursors().slice(2)).toEqual([{ page: "page", x: 30, y: 10 }, null]);
  });

  test("is not told where a pen ends, which leaves the board", () => {
    const { pointer, cursors } = deskWith("pen");
    const pen = pointer({ pointerType: "pen" });
    pen.down(10, 10);
    pen.move(20, 10);
    pen.up(20, 10);
    expect(cursors()).toEqual([]);
    pen.move(40, 10, { buttons: 0 });
    expect(cursors()).toEqual([{ page: "page", x: 40, y: 10 }]);
  });

  test("is told again with the next move when a stroke is taken back", () => {
    const { host, pointer, record, cursors } = deskWith("pen");
    const mouse = pointer();
    mouse.down(10, 10);
    mouse.move(20, 10);
    host.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    expect(record.batches.at(-1)?.map(({ type }) => type)).toEqual(["shapes.remove"]);
    mouse.move(40, 10, { buttons: 0 });
    mouse.fire("pointerleave", 500, 9);
    expect(cursors()).toEqual([{ page: "page", x: 40, y: 10 }, null]);
  });

  test("is told by those who only look", () => {
    const { pointer, cursors, isReadOnly } = deskWith("pen");
    isReadOnly.set(true);
    pointer().move(10, 10, { buttons: 0 });
    expect(cursors()).toHaveLength(1);
  });

  test("of a finger is there only while it draws, and not at all while it draws with the pen", () => {
    const { pointer, cursors, tool } = deskWith("rectangle");
    const finger = pointer({ pointerType: "touch" });
    finger.move(5, 5);
    finger.down(10, 10);
    finger.move(20, 10);
    finger.up(20, 10);
    expect(cursors()).toEqual([{ page: "page", x: 20, y: 10 }, null]);
    tool.set("pen");
    finger.down(10, 10);
    finger.move(20, 10);
    finger.up(20, 10);
    expect(cursors()).toHaveLength(2);
  });
});

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

test("detached tools leave no trace on the element", () => {
  const { host, pointer, detach, typesSent } = deskWith("pen");
  expect(host.style).toMatchObject({ cursor: "crosshair", touchAction: "none", userSelect: "none" });
  detach();
  pointer().down(10, 10);
  pointer().up(10, 10);
  expect(host.style).toMatchObject({ cursor: "", touchAction: "", userSelect: "" });
  expect(typesSent()).toEqual([]);
});

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
