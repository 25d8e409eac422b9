import { EMPTY_BOARD, FIRST_PAGE, type Board } from "../../src/board/board.js";
import { reduce } from "../../src/board/reduce.js";
import type { Entry } from "../../src/signal/entry.js";
import { shapeId, type MemberId, type Millis, type Seq } from "../../src/signal/ids.js";
import type { BoxShape, InkHeader } from "../../src/signal/shape.js";
import type { Signal } from "../../src/signal/signal.js";

export const ANNA = 1 as MemberId;
export const BEN = 2 as MemberId;

/** Entries of one author after another, a tenth of a second apart, counted on from `after`. */
export function log(signals: readonly (Signal | readonly [MemberId, Signal])[], after: Board = EMPTY_BOARD): Entry[] {
  return signals.map((item, index) => {
    const [by, signal] = Array.isArray(item) ? item : [ANNA, item as Signal];
    const seq = (after.seq + index + 1) as Seq;
    return { seq, at: (seq * 100) as Millis, by, clientSeq: seq, signal };
  });
}

/** The board after the signals. */
export function boardAfter(...signals: readonly (Signal | readonly [MemberId, Signal])[]): Board {
  return reduce(EMPTY_BOARD, log(signals));
}

/** That board and then more. */
export function more(board: Board, ...signals: readonly (Signal | readonly [MemberId, Signal])[]): Board {
  return reduce(board, log(signals, board));
}

export function rectangle(count: number, over: Partial<BoxShape> = {}): BoxShape {
  return {
    kind: "rectangle",
    id: shapeId(ANNA, count),
    page: FIRST_PAGE,
    order: "a0",
    x: 0,
    y: 0,
    w: 100,
    h: 50,
    color: "black",
    size: 4,
    fill: "none",
    seed: 7,
    ...over,
  };
}

export function inkHeader(count: number, over: Partial<InkHeader> = {}): InkHeader {
  return {
    kind: "ink",
    id: shapeId(ANNA, count),
    page: FIRST_PAGE,
    order: "a0",
    x: 0,
    y: 0,
    color: "black",
    size: 4,
    step: 0.5,
    ...over,
  };
}
