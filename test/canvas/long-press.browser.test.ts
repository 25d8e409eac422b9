import { expect, onTestFinished, test } from "vitest";
import { attachLongPress } from "../../src/canvas/long-press.js";
import { virtualClock } from "../../src/clock/virtual.js";
import { Fingertip } from "./support/pointer-events.js";

/** An element that fingers rest on, and the places where that asked for a menu. */
function restingPlace(isMeant = true) {
  const host = document.createElement("div");
  host.style.cssText = "position:fixed;left:10px;top:20px;width:300px;height:200px";
  document.body.append(host);
  const clock = virtualClock(0);
  const asked: number[][] = [];
  const detach = attachLongPress(host, clock, () => isMeant);
  host.addEventListener("contextmenu", ({ clientX, clientY }) => void asked.push([clientX - 10, clientY - 20]));
  onTestFinished(() => (detach(), host.remove()));
  const finger = new Fingertip(host, { pointerType: "touch" });
  return { host, clock, asked, detach, finger };
}

test("a finger that rests asks for a menu where it is, once", () => {
  const { clock, asked, finger } = restingPlace();
  finger.down(30, 40);
  clock.advance(499);
  expect(asked).toEqual([]);
  clock.advance(1);
  expect(asked).toEqual([[30, 40]]);
  clock.advance(5000);
  finger.up(30, 40);
  expect(asked).toHaveLength(1);
});

test("a finger that trembles rests; one that moves does not", () => {
  const { clock, asked, finger } = restingPlace();
  finger.down(30, 40);
  finger.move(34, 42);
  clock.advance(500);
  expect(asked).toEqual([[30, 40]]);
  finger.up(34, 42);
  finger.down(30, 40);
  finger.move(38, 40);
  finger.move(30, 40);
  clock.advance(5000);
  expect(asked).toHaveLength(1);
});

test.each(["pointerup", "pointercancel"])("%s ends the rest", (type) => {
  const { clock, asked, finger } = restingPlace();
  finger.down(30, 40);
  finger.fire(type, 30, 40);
  clock.advance(5000);
  expect(asked).toEqual([]);
});

test.each(["touch", "pen"])("another pointer, a %s, ends the rest, and is none itself", (pointerType) => {
  const { host, clock, asked, finger } = restingPlace();
  finger.down(30, 40);
  new Fingertip(host, { pointerType, pointerId: 2, isPrimary: false }).down(80, 40);
  clock.advance(5000);
  expect(asked).toEqual([]);
});

test.each(["mouse", "pen"])("a %s asks otherwise", (pointerType) => {
  const { host, clock, asked } = restingPlace();
  new Fingertip(host, { pointerType }).down(30, 40);
  clock.advance(5000);
  expect(asked).toEqual([]);
});

test("a hand that nobody means does not ask", () => {
  const { clock, asked, finger } = restingPlace(false);
  finger.down(30, 40);
  clock.advance(5000);
  expect(asked).toEqual([]);
});

test.each(["before", "after"])("where the browser asks %s that too, it is asked once", (when) => {
  const { clock, asked, finger } = restingPlace();
  finger.down(30, 40);
  clock.advance(when === "before" ? 400 : 500);
  const isShown = finger.fire("contextmenu", 30, 40);
  expect(isShown).toBe(when === "before");
  clock.advance(5000);
  expect(asked).toHaveLength(1);
});

test("the next press may ask again, and the menu key at any time", () => {
  const { host, clock, asked, finger } = restingPlace();
  finger.down(30, 40);
  clock.advance(500);
  new Fingertip(host, { pointerType: "" }).fire("contextmenu", 50, 60);
  finger.up(30, 40);
  new Fingertip(host, { pointerType: "mouse" }).down(70, 80, { button: 2, buttons: 2 });
  new Fingertip(host, { pointerType: "mouse" }).fire("contextmenu", 70, 80);
  expect(asked).toEqual([
    [30, 40],
    [50, 60],
    [70, 80],
  ]);
});

test("detached it asks no more, and no timer waits", () => {
  const { clock, asked, detach, finger } = restingPlace();
  finger.down(30, 40);
  detach();
  expect(clock.waiting).toBe(0);
  finger.down(30, 40);
  clock.advance(5000);
  expect(asked).toEqual([]);
});

test("the browser makes no mouse of a finger that has asked, for it would press beside the menu; of others it does", () => {
  const { host, clock, finger } = restingPlace();
  const lift = () => {
    finger.up(30, 40);
    const end = new TouchEvent("touchend", { bubbles: true, cancelable: true });
    host.dispatchEvent(end);
    return end.defaultPrevented;
  };
  finger.down(30, 40);
  clock.advance(499);
  expect(lift()).toBe(false);
  finger.down(30, 40);
  clock.advance(500);
  expect(lift()).toBe(true);
  finger.down(30, 40);
  expect(lift()).toBe(false);
});
