import { expect, test } from "vitest";
import { EMPTY_BOARD, FIRST_PAGE } from "../../src/board/board.js";
import { reduce } from "../../src/board/reduce.js";
import { Content } from "../../src/canvas/content.js";
import type { Entry } from "../../src/signal/entry.js";
import { type MemberId, type Millis, type Seq, shapeId } from "../../src/signal/ids.js";
import type { Signal } from "../../src/signal/signal.js";

const ADA = 1 as MemberId;
const [boxId, inkId] = [shapeId(ADA, 0), shapeId(ADA, 1)];
const entries = (first: number, ...signals: Signal[]): Entry[] =>
  signals.map((signal, index) => ({
    seq: (first + index) as Seq,
    at: 0 as Millis,
    by: ADA,
    clientSeq: first + index,
    signal,
  }));
const style = { page: FIRST_PAGE, order: "a0", color: "red", size: 0 } as const;
const withBox = reduce(
  EMPTY_BOARD,
  entries(1, {
    type: "shape.add",
    shape: { ...style, id: boxId, kind: "rectangle", x: 10, y: 20, w: 100, h: 50, fill: "none", seed: 1 },
  }),
);

test("the box grows with shapes and never shrinks", () => {
  const content = new Content();
  expect(content.boxOf(FIRST_PAGE)).toBeNull();
  content.include(withBox);
  expect(content.boxOf(FIRST_PAGE)).toEqual({ x: 10, y: 20, w: 100, h: 50 });
  content.include(EMPTY_BOARD);
  expect(content.boxOf(FIRST_PAGE)).toEqual({ x: 10, y: 20, w: 100, h: 50 });
});

test("a stroke counts as it grows, every batch of it", () => {
  const content = new Content();
  const begin = { type: "ink.begin", shape: { ...style, id: inkId, kind: "ink", x: 0, y: 0, step: 1 } } as const;
  const append = (...points: number[]) => ({ type: "ink.append", id: inkId, points: Int32Array.from(points) }) as const;
  const started = reduce(EMPTY_BOARD, entries(1, begin, append(0, 0, 0, 32), append(300, 10, 10, 32)));
  content.include(started);
  expect(content.boxOf(FIRST_PAGE)).toEqual({ x: 0, y: 0, w: 300, h: 10 });
  content.include(reduce(started, entries(4, append(20, 400, 20, 32), append(5, 5, 30, 32))));
  expect(content.boxOf(FIRST_PAGE)).toEqual({ x: 0, y: 0, w: 300, h: 400 });
});

test("a stroke's width counts too", () => {
  const content = new Content();
  content.include(reduce(withBox, entries(2, { type: "shape.set", id: boxId, props: { size: 10 } })));
  expect(content.boxOf(FIRST_PAGE)).toEqual({ x: 0, y: 10, w: 120, h: 70 });
});
