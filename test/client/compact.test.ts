import fc from "fast-check";
import { expect, test } from "vitest";
import type { Board } from "../../src/board/board.js";
import { invert } from "../../src/board/invert.js";
import { plainBoard } from "../../src/board/plain.js";
import { compact } from "../../src/client/compact.js";
import { shapeId, type MemberId } from "../../src/signal/ids.js";
import type { Signal } from "../../src/signal/signal.js";
import { ANNA, boardAfter, more, rectangle } from "../board/log.js";

const id = (count: number) => shapeId(ANNA, count);
const [first, second] = [rectangle(1), rectangle(2)];
const set = (count: number, props: object): Signal => ({ type: "shape.set", id: id(count), props: { ...props } });
const move = (dx: number, ...counts: number[]): Signal => ({ type: "shapes.move", ids: counts.map(id), dx, dy: -dx });
const remove = (...counts: number[]): Signal => ({ type: "shapes.remove", ids: counts.map(id) });
const add = (shape: typeof first): Signal => ({ type: "shape.add", shape });

test.each<[string, Signal[], Signal[]]>([
  [
    "what is set twice is set once, to the last value",
    [set(1, { x: 1, w: 5 }), set(1, { x: 2 })],
    [set(1, { x: 2, w: 5 })],
  ],
  [
    "sets of several shapes in turn are one of each",
    [set(1, { x: 1 }), set(2, { x: 1 }), set(1, { x: 2, w: 4 }), set(2, { x: 3 })],
    [set(1, { x: 2, w: 4 }), set(2, { x: 3 })],
  ],
  ["moves of the same shapes add up", [move(2, 1, 2), move(3, 1, 2)], [move(5, 1, 2)]],
  ["moves there and back are nothing", [move(2, 1), move(-2, 1)], []],
  ["moves of other shapes stay apart", [move(2, 1), move(2, 2)], [move(2, 1), move(2, 2)]],
  [
    "what was done to a shape that then goes is left out",
    [set(1, { x: 1 }), set(2, { x: 1 }), remove(1)],
    [set(2, { x: 1 }), remove(1)],
  ],
  ["what comes and goes again is left out", [add(first), set(1, { x: 1 }), remove(1)], []],
  ["a shape that goes and comes again stays so", [remove(1), add(first)], [remove(1), add(first)]],
  ["one that was there before and came again is removed", [remove(1), add(first), remove(1)], [remove(1), remove(1)]],
  [
    "order is kept across what cannot be joined",
    [set(1, { x: 1 }), move(2, 1), set(1, { x: 3 })],
    [set(1, { x: 1 }), move(2, 1), set(1, { x: 3 })],
  ],
])("%s", (_, signals, expected) => {
  expect(compact(signals)).toEqual(expected);
});

/** What a hand may do to three shapes, one of them not there yet. */
const arbitraryAction = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom("x", "w"), fc.integer({ min: 0, max: 9 }))
    .map(([count, prop, value]) => set(count, { [prop]: value })),
  fc
    .tuple(fc.integer({ min: -3, max: 3 }), fc.subarray([1, 2, 3], { minLength: 1 }))
    .map(([dx, counts]) => move(dx, ...counts)),
  fc.subarray([1, 2, 3], { minLength: 1 }).map((counts) => remove(...counts)),
  fc.constantFrom(first, second, rectangle(3)).map(add),
);

test("taking a gesture back in fewer signals leads to the same board", () => {
  const start = boardAfter(add(first), add(second));
  const content = (board: Board) => plainBoard({ ...board, seq: start.seq, at: start.at });
  fc.assert(
    fc.property(fc.array(arbitraryAction, { maxLength: 20 }), (actions) => {
      let board = start;
      const inverse: Signal[] = [];
      for (const action of actions) {
        inverse.unshift(...invert(board, action));
        board = more(board, [1 as MemberId, action]);
      }
      const short = compact(inverse);
      expect(short.length).toBeLessThanOrEqual(inverse.length);
      expect(content(more(board, ...short))).toEqual(content(more(board, ...inverse)));
    }),
  );
});
