import fc from "fast-check";
import { expect, test } from "vitest";
import type { Camera } from "../../src/canvas/board-view.js";
import { toBoard, toScreen, zoomAround } from "../../src/canvas/camera.js";
import { between, createFlight, FLIGHT_MS } from "../../src/canvas/flight.js";
import { virtualClock } from "../../src/clock/virtual.js";

const from: Camera = { x: 0, y: 0, zoom: 1 };
const to: Camera = { x: 100, y: -40, zoom: 2 };

function flightOn() {
  const clock = virtualClock(1_000_000);
  const seen: Camera[] = [];
  return { clock, seen, flight: createFlight(clock, (camera) => seen.push(camera)) };
}

test("a camera arrives just where it was sent, in a fifth of a second", () => {
  const { clock, seen, flight } = flightOn();
  flight.start(from, to);
  expect([seen, flight.goal]).toEqual([[], to]);
  for (let frame = 0; frame < 20; frame++) clock.advance(FLIGHT_MS / 20);
  expect(seen.at(-1)).toEqual(to);
  expect([flight.goal, clock.waiting]).toEqual([null, 0]);
  expect(seen.length).toBeGreaterThan(5);
  seen.forEach(({ zoom }, index) => expect(zoom).toBeGreaterThanOrEqual(seen[index - 1]?.zoom ?? 1));
});

test("one that is stopped moves no more", () => {
  const { clock, seen, flight } = flightOn();
  flight.start(from, to);
  clock.advance(FLIGHT_MS / 4);
  const moved = seen.length;
  flight.stop();
  clock.advance(FLIGHT_MS);
  expect([seen.length, flight.goal, clock.waiting]).toEqual([moved, null, 0]);
});

test("one that is sent elsewhere goes there", () => {
  const { clock, seen, flight } = flightOn();
  flight.start(from, to);
  clock.advance(FLIGHT_MS / 4);
  flight.start(seen.at(-1) ?? from, from);
  clock.advance(FLIGHT_MS);
  expect([seen.at(-1), clock.waiting]).toEqual([from, 0]);
});

test("what it zooms around stays in its place all the way", () => {
  const place = fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 600 }) });
  const factor = fc.double({ min: 0.2, max: 5, noNaN: true }).filter((value) => Math.abs(value - 1) > 0.01);
  fc.assert(
    fc.property(place, factor, fc.double({ min: 0, max: 1, noNaN: true }), (point, zoom, share) => {
      const under = toBoard(to, point);
      const seen = toScreen(between(to, zoomAround(to, point, zoom), share), under);
      expect(seen.x).toBeCloseTo(point.x, 5);
      expect(seen.y).toBeCloseTo(point.y, 5);
    }),
  );
});
