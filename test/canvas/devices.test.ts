import { expect, test } from "vitest";
import { createDevices } from "../../src/canvas/devices.js";
import { createStore } from "../../src/store/store.js";

const event = (pointerType: string, type: string, timeStamp: number) => ({ pointerType, type, timeStamp });
const finger = (timeStamp: number) => event("touch", "pointerdown", timeStamp) as PointerEvent;

function devicesAfter(...events: readonly (readonly [string, string, number])[]) {
  const isPenMode = createStore(false);
  const devices = createDevices(isPenMode);
  for (const each of events) devices.note(event(...each));
  return { devices, isPenMode };
}

test("fingers draw where no pen was used", () => {
  const { devices, isPenMode } = devicesAfter(["touch", "pointerdown", 0], ["mouse", "pointerdown", 10]);
  expect([devices.isMover(finger(20)), devices.isPalm(finger(20)), isPenMode.get()]).toEqual([false, false, false]);
});

test("once a pen was used they move the board, until the mode is left", () => {
  const { devices, isPenMode } = devicesAfter(["pen", "pointerdown", 0], ["pen", "pointerup", 10]);
  expect([devices.isMover(finger(5000)), isPenMode.get()]).toEqual([true, true]);
  isPenMode.set(false);
  expect(devices.isMover(finger(5000))).toBe(false);
  devices.note(event("pen", "pointermove", 6000));
  expect(isPenMode.get()).toBe(false);
  devices.note(event("pen", "pointerdown", 6010));
  expect(isPenMode.get()).toBe(true);
});

test("a touch is the hand's while the pen is down, however long, and for a moment after it was seen", () => {
  const { devices } = devicesAfter(["pen", "pointerdown", 0]);
  expect(devices.isPalm(finger(60_000))).toBe(true);
  devices.note(event("pen", "pointerup", 60_000));
  expect([60_499, 60_500].map((at) => devices.isPalm(finger(at)))).toEqual([true, false]);
  devices.note(event("pen", "pointermove", 70_000));
  expect(devices.isPalm(finger(70_100))).toBe(true);
});
