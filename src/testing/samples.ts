import type { Draft } from "../signal/entry.js";
import { shapeId, type MemberId } from "../signal/ids.js";
import type { Signal } from "../signal/signal.js";
import { FIRST_PAGE } from "../board/board.js";

/** A signal that changes nothing on the board, and can be told from others. */
export function marker(label: string): Signal {
  return { type: "marker", label };
}

/** A cursor at `x`. */
export function cursor(x: number): Signal {
  return { type: "cursor", cursor: { page: FIRST_PAGE, x, y: 0 } };
}

/** A rectangle that `member` makes as its shape number `count`. */
export function rectangle(member: MemberId, count: number): Signal {
  return {
    type: "shape.add",
    shape: {
      kind: "rectangle",
      id: shapeId(member, count),
      page: FIRST_PAGE,
      order: "a1",
      x: 10 * count,
      y: 0,
      w: 8,
      h: 8,
      color: "black",
      size: 2,
      fill: "none",
      seed: 7,
    },
  };
}

/** A whole stroke of three points, as the signals of one pen. */
export function stroke(member: MemberId, count: number): readonly Signal[] {
  const id = shapeId(member, count);
  const header = {
    kind: "ink",
    id,
    page: FIRST_PAGE,
    order: "a1",
    x: 0,
    y: 0,
    color: "black",
    size: 3,
    step: 0.25,
  } as const;
  return [
    { type: "ink.begin", shape: header },
    { type: "ink.append", id, points: Int32Array.of(0, 0, 0, 32, 4, 4, 8, 40) },
    { type: "ink.append", id, points: Int32Array.of(9, 7, 16, 20) },
    { type: "ink.end", id },
  ];
}

/** Signals of a member as drafts, numbered from `first`; 0 leaves them without numbers. */
export function drafts(by: MemberId, first: number, signals: readonly Signal[]): readonly Draft[] {
  return signals.map((signal, index) => ({ by, clientSeq: first === 0 ? 0 : first + index, signal }));
}
