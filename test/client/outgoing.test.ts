import fc from "fast-check";
import { expect, test } from "vitest";

import { FRAME_ROOM_BYTES, outgoing } from "../../src/client/outgoing.js";
import { INK_STRIDE, pointCount, type InkPoints } from "../../src/signal/ink.js";
import type { Millis } from "../../src/signal/ids.js";
import { LIMITS } from "../../src/signal/limits.js";
import type { Signal } from "../../src/signal/signal.js";
import { decodeClientFrame, encodeClientFrame } from "../../src/signal/wire/frames.js";
import { inkHeader, rectangle } from "../board/log.js";
import { arbitrarySignal } from "../property/arbitrary-signal.js";
import { partsOf } from "../property/script.js";
import { points, STROKE } from "./signals.js";

const NOW = 77 as Millis;

test("what is made ready is what the room will read, and its size is that in a frame", () => {
  fc.assert(
    fc.property(arbitrarySignal(), (signal) => {
      for (const item of outgoing(signal, NOW)) {
        const batch = { first: 1, signals: [item.signal] };
        const frame = encodeClientFrame({ type: "signals", batch });
        expect(decodeClientFrame(frame)).toEqual({ type: "signals", batch });
        expect(frame.length - item.bytes).toBeLessThanOrEqual(LIMITS.frameBytes - FRAME_ROOM_BYTES);
        expect(item.at).toBe(NOW);
      }
      expect(partsOf(outgoing(signal, NOW).map((item) => item.signal))).toEqual(partsOf([signal]));
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

const appends = (all: InkPoints) =>
  outgoing({ type: "ink.append", id: STROKE, points: all }, NOW).map(({ signal }) =>
    signal.type === "ink.append" ? signal.points : new Int32Array(0),
  );

test("more points than one signal may hold go in several", () => {
  const all = points(2500, 0, 0);
  expect(appends(all).map(pointCount)).toEqual([1024, 1024, 452]);
  expect(appends(all).flatMap((part) => Array.from(part))).toEqual(Array.from(all));
});

test("points of several ticks go in several, each of one tick", () => {
  const all = points(20, 24);
  const times = appends(all).map((part) => Array.from(part.filter((_, at) => at % INK_STRIDE === 2)));
  expect(times.slice(0, 3)).toEqual([
    [24, 32],
    [40, 48, 56, 64],
    [72, 80, 88, 96],
  ]);
  expect(appends(all).flatMap((part) => Array.from(part))).toEqual(Array.from(all));
});

test.each<[string, Signal, string]>([
  ["a text that is too long", { type: "marker", label: "x".repeat(600) }, "too-large"],
  ["a place that is none", { type: "shapes.move", ids: [STROKE], dx: Number.NaN, dy: 0 }, "too-large"],
  ["a stroke whose time runs backwards", backwards(), "bad-signal"],
  ["a pressure that cannot be", { type: "ink.append", id: STROKE, points: Int32Array.of(0, 0, 0, 64) }, "bad-signal"],
  ["more than fits into a frame", { type: "shape.add", shape: huge() }, "too-large"],
])("%s is refused before it is sent", (_, signal, code) => {
  expect(() => outgoing(signal, NOW)).toThrow(
    expect.objectContaining({ code, message: expect.stringContaining("was not sent") }),
  );
});

function backwards(): Signal {
  return { type: "ink.append", id: STROKE, points: Int32Array.of(0, 0, 100, 32, 0, 0, 60, 32) };
}

function huge() {
  const text = "x".repeat(LIMITS.textBytes);
  const props = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`?${100 + index}`, text]));
  const { id, page, order, x, y, color, size } = rectangle(1);
  return { id, page, order, x, y, color, size, kind: "?poster" as const, ...props };
}
