import { describe, expect, onTestFinished, test } from "vitest";
import { toolPointer } from "../../src/canvas/pointer.js";

/** An element of the page, away from its corner. */
function hostAt(left: number, top: number): HTMLElement {
  const host = document.createElement("div");
  host.style.cssText = `position:fixed;left:${left}px;top:${top}px;width:300px;height:200px;border:2px solid`;
  document.body.append(host);
  onTestFinished(() => host.remove());
  return host;
}

/** An event that says when it was. */
function eventAt(timeStamp: number, type: string, init: PointerEventInit): PointerEvent {
  const event = new PointerEvent(type, init);
  Object.defineProperty(event, "timeStamp", { value: timeStamp });
  return event;
}

const CAMERA = { x: 1000, y: 500, zoom: 2 };

test("each place that the browser joined into one event has its own time and pressure", () => {
  const host = hostAt(10, 20);
  const sample = (timeStamp: number, clientX: number, pressure: number) =>
    eventAt(timeStamp, "pointermove", { clientX, clientY: 42, pressure, pointerType: "pen" });
  const coalescedEvents = [sample(1000.25, 32, 0.25), sample(1004.5, 33, 0.5), sample(1008.75, 36, 0.75)];
  const event = eventAt(1008.75, "pointermove", {
    clientX: 36,
    clientY: 42,
    pressure: 0.75,
    pointerType: "pen",
    coalescedEvents,
  });
  const pointer = toolPointer(host, CAMERA, event);
  expect(pointer.coalesced).toEqual([
    { x: 1010, y: 510, t: 1000.25, pressure: 0.25 },
    { x: 1010.5, y: 510, t: 1004.5, pressure: 0.5 },
    { x: 1012, y: 510, t: 1008.75, pressure: 0.75 },
  ]);
  expect(pointer).toMatchObject({ x: 1012, y: 510, t: 1008.75, pressure: 0.75, screenX: 24, screenY: 20 });
});

describe("pressure", () => {
  test.each([
    ["pen", 0.25, 0.25],
    ["touch", 0.25, 0.25],
    ["mouse", 0.5, null],
    ["", 0.5, null],
  ])("of a pointer of type %j that says %f is %f", (pointerType, pressure, expected) => {
    const event = new PointerEvent("pointerdown", { pointerType, pressure });
    expect(toolPointer(hostAt(0, 0), CAMERA, event).pressure).toBe(expected);
  });

  test("of a click, which some browsers report without any, is none", () => {
    expect(toolPointer(hostAt(0, 0), CAMERA, new MouseEvent("dblclick")).pressure).toBe(null);
  });
});
