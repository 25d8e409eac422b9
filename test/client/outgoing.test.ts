import fc from "fast-check";
import { expect, test } from "vitest";

import { FRAME_ROOM_BYTES, outgoing } from "../../src/client/outgoing.js";
import { pointCount } from "../../src/signal/ink.js";
import type { Millis } from "../../src/signal/ids.js";
import { LIMITS } from "../../src/signal/limits.js";
import type { Signal } from "../../src/signal/signal.js";
import { decodeClientFrame, encodeClientFrame } from "../../src/signal/wire/frames.js";
import { inkHeader, rectangle } from "../board/log.js";
import { arbitrarySignal } from "../property/arbitraries.js";
import { points, STROKE } from "./signals.js";

const NOW = 77 as Millis;

test("what is made ready is what the room will read, and its size is that in a frame", () => {
  fc.assert(
    fc.property(arbitrarySignal(), (signal) => {
      const [item] = outgoing(signal, NOW);
      const frame = encodeClientFrame({ type: "signals", batch: { first: 1, signals: [signal] } });
      expect(decodeClientFrame(frame)).toEqual({ type: "signals", batch: { first: 1, signals: [item?.signal] } });
      expect(frame.length - (item?.bytes ?? 0)).toBeLessThanOrEqual(LIMITS.frameBytes - FRAME_ROOM_BYTES);
      expect(item?.at).toBe(NOW);
    }),
  );
});

test("what the caller does to its object afterwards changes nothing", () => {
  const shape = { ...rectangle(1) };
  const ids = [shape.id];
  const [item] = outgoing({ type: "shapes.remove", ids }, NOW);
  ids.push(inkHeader(2).id);
  expect(item?.signal).toEqual({ type: "shapes.remove", ids: [shape.id] });
});

test("more points than one signal may hold go in several", () => {
  const all = points(2500);
  const parts = outgoing({ type: "ink.append", id: STROKE, points: all }, NOW).map(({ signal }) =>
    signal.type === "ink.append" ? signal.points : new Int32Array(0),
  );
  expect(parts.map(pointCount)).toEqual([1024, 1024, 452]);
  expect(parts.flatMap((part) => Array.from(part))).toEqual(Array.from(all));
});

test.each<[string, Signal, string]>([
  ["a text that is too long", { type: "marker", label: "x".repeat(600) }, "too-large"],
  ["a place that is none", { type: "shapes.move", ids: [STROKE], dx: Number.NaN, dy: 0 }, "too-large"],
  ["a stroke whose time runs backwards", backwards(), "bad-bytes"],
  ["more than fits into a frame", { type: "shape.add", shape: huge() }, "too-large"],
])("%s is refused before it is sent", (_, signal, code) => {
  expect(() => outgoing(signal, NOW)).toThrow(
    expect.objectContaining({ code, message: expect.stringContaining("was not sent") }),
  );
});

function backwards(): Signal {
  const two = points(2);
  two[6] = -5;
  return { type: "ink.append", id: STROKE, points: two };
}

function huge() {
  const text = "x".repeat(LIMITS.textBytes);
  const props = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`?${100 + index}`, text]));
  const { id, page, order, x, y, color, size } = rectangle(1);
  return { id, page, order, x, y, color, size, kind: "?poster" as const, ...props };
}
