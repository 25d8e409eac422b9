import { outgoing, type Outgoing } from "../../src/client/outgoing.js";
import type { Millis, ShapeId } from "../../src/signal/ids.js";
import { INK_STRIDE, type InkPoints } from "../../src/signal/ink.js";
import type { Signal } from "../../src/signal/signal.js";
import { inkHeader } from "../board/log.js";

export const STROKE = inkHeader(0).id;

/** Signals ready to go, done at `at`. */
export function ready(signals: readonly Signal[], at = 0): Outgoing[] {
  return signals.flatMap((signal) => outgoing(signal, at as Millis));
}

/** `count` points of a stroke, `ms` apart from `t` on. */
export function points(count: number, t = 0, ms = 8): InkPoints {
  return Int32Array.from({ length: count * INK_STRIDE }, (_, at) => {
    const index = Math.floor(at / INK_STRIDE);
    return [index * 3, index * 2, t + index * ms, 32][at % INK_STRIDE] as number;
  });
}

export function append(count: number, t = 0, id: ShapeId = STROKE): Signal {
  return { type: "ink.append", id, points: points(count, t) };
}

export function cursor(x: number): Signal {
  return { type: "cursor", cursor: { page: inkHeader(0).page, x, y: 0 } };
}

export function marker(label: string): Signal {
  return { type: "marker", label };
}
