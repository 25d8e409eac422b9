import { EMPTY_BOARD } from "../../src/board/board.js";
import type { Entry } from "../../src/signal/entry.js";
import type { MemberId, Millis, Seq } from "../../src/signal/ids.js";
import { INK_STRIDE } from "../../src/signal/ink.js";
import type { Signal } from "../../src/signal/signal.js";
import { encodeSealed } from "../../src/tape/sealed/sealed-block.js";
import { seededRandom } from "../property/seeded.js";
import { inkHeader } from "../board/log.js";

/** The ink part of a block of so many scribbles of 100 points. */
export function strokesPart(count: number): Uint8Array {
  const random = seededRandom(7);
  const by = 1 as MemberId;
  const signals = Array.from({ length: count }, (_, index): Signal[] => {
    const shape = inkHeader(index);
    const points = new Int32Array(100 * INK_STRIDE);
    for (let at = 0; at < points.length; at += INK_STRIDE) {
      const place = () => Math.floor(random() * 400);
      points.set([place(), place(), at * 2, Math.floor(random() * 63)], at);
    }
    return [
      { type: "ink.begin", shape },
      { type: "ink.append", id: shape.id, points },
      { type: "ink.end", id: shape.id },
    ];
  }).flat();
  const entries = signals.map((signal, index): Entry => ({
    seq: (index + 1) as Seq,
    at: (1000 + index) as Millis,
    by,
    clientSeq: index + 1,
    signal,
  }));
  return encodeSealed(entries, EMPTY_BOARD, []).ink;
}
