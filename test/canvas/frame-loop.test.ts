import { expect, test, vi } from "vitest";
import { createFrameLoop } from "../../src/canvas/frame-loop.js";
import { virtualClock } from "../../src/clock/virtual.js";

function setUp() {
  const clock = virtualClock(1000);
  const onFrame = vi.fn<() => void>();
  return { clock, onFrame, loop: createFrameLoop(clock, onFrame) };
}

test("many requests are one frame, and then it rests", () => {
  const { clock, onFrame, loop } = setUp();
  loop.request();
  loop.request();
  clock.advance(500);
  expect(onFrame).toHaveBeenCalledTimes(1);
  expect(clock.waiting).toBe(0);
});

test("a frame may ask for the next one", () => {
  const { clock, onFrame, loop } = setUp();
  onFrame.mockImplementation(() => {
    if (onFrame.mock.calls.length < 3) loop.request();
  });
  loop.request();
  clock.advance(500);
  expect(onFrame).toHaveBeenCalledTimes(3);
});

test("a frame for later comes then", () => {
  const { clock, onFrame, loop } = setUp();
  loop.requestAfter(10_000);
  clock.advance(9_999);
  expect(onFrame).not.toHaveBeenCalled();
  clock.advance(20);
  expect(onFrame).toHaveBeenCalledTimes(1);
});

test("a frame that comes before makes the one for later needless", () => {
  const { clock, onFrame, loop } = setUp();
  loop.requestAfter(10_000);
  loop.request();
  clock.advance(20);
  expect(onFrame).toHaveBeenCalledTimes(1);
  expect(clock.waiting).toBe(0);
});

test("only the last frame for later counts", () => {
  const { clock, onFrame, loop } = setUp();
  loop.requestAfter(100);
  loop.requestAfter(10_000);
  clock.advance(5000);
  expect(onFrame).not.toHaveBeenCalled();
  expect(clock.waiting).toBe(1);
});

test("nothing comes after stop", () => {
  const { clock, onFrame, loop } = setUp();
  loop.request();
  loop.stop();
  loop.requestAfter(10);
  loop.stop();
  clock.advance(500);
  expect(onFrame).not.toHaveBeenCalled();
  expect(clock.waiting).toBe(0);
});
