import { expect, test } from "vitest";

import { EMPTY_BOARD, type Board } from "../../src/board/board.js";
import { shapeAt } from "../../src/board/leaves.js";
import { plainBoard } from "../../src/board/plain.js";
import { perform, step, type Desk } from "../../src/client/desk.js";
import { canRedo, canUndo, closeGesture, EMPTY_HISTORY, openGesture } from "../../src/client/history.js";
import { emptyOutbox } from "../../src/client/outbox.js";
import { confirm, predict } from "../../src/client/prediction.js";
import type { Signal } from "../../src/signal/signal.js";
import { ANNA, BEN, boardAfter, inkHeader, log, rectangle } from "../board/log.js";
import { append, cursor, ready, STROKE } from "./signals.js";

const A = rectangle(1).id;
const B = rectangle(2).id;
const add = (count: number): Signal => ({ type: "shape.add", shape: rectangle(count) });
const move: Signal = { type: "shapes.move", ids: [A], dx: 10, dy: 0 };
const remove = (...ids: (typeof A)[]): Signal => ({ type: "shapes.remove", ids });

const desk = (board: Board = EMPTY_BOARD): Desk => ({
  prediction: predict(ANNA, board, emptyOutbox(0)),
  history: EMPTY_HISTORY,
});
const act = (before: Desk, ...signals: Signal[]) => perform(before, ready(signals));
const undo = (before: Desk) => step(before, "undo", (signal) => ready([signal]));
const redo = (before: Desk) => step(before, "redo", (signal) => ready([signal]));
const shapes = ({ prediction }: Desk) => plainBoard({ ...prediction.board, at: EMPTY_BOARD.at });
const others = (before: Desk, ...signals: Signal[]): Desk => ({
  ...before,
  prediction: confirm(
    before.prediction,
    log(
      signals.map((signal) => [BEN, signal] as const),
      before.prediction.confirmed,
    ),
  ),
});

test("undo takes the last action back, and redo does it again", () => {
  const start = desk(boardAfter(add(1)));
  const moved = act(start, move);
  expect(shapes(undo(moved))).toEqual(shapes(start));
  expect(shapes(redo(undo(moved)))).toEqual(shapes(moved));
});

test("a whole stroke is one step, and comes back with all its points", () => {
  const drawn = [
    { type: "ink.begin", shape: inkHeader(0) } as const,
    append(3),
    { type: "ink.end", id: STROKE } as const,
  ];
  let stroke = { ...desk(), history: openGesture(EMPTY_HISTORY) };
  for (const signal of drawn) stroke = act(stroke, signal);
  stroke = { ...stroke, history: closeGesture(stroke.history) };
  expect(shapeAt(undo(stroke).prediction.board, STROKE)).toBeUndefined();
  expect(shapeAt(redo(undo(stroke)).prediction.board, STROKE)).toEqual(shapeAt(stroke.prediction.board, STROKE));
});

test("undo leaves what others did meanwhile as they made it", () => {
  const moved = act(desk(boardAfter(add(1))), move);
  const both = others(moved, { type: "shape.set", id: A, props: { color: "red" } });
  expect(shapeAt(undo(both).prediction.board, A)).toMatchObject({ x: 0, color: "red" });
});

test("what somebody else removed stays removed, without an error", () => {
  const gone = others(act(desk(boardAfter(add(1))), move), remove(A));
  const undone = undo(gone);
  expect(shapeAt(undone.prediction.board, A)).toBeUndefined();
  expect([canUndo(undone.history), canRedo(undone.history)]).toEqual([false, false]);
});

test("a step of which nothing remains is passed over for the one before it", () => {
  const gone = others(act(act(desk(boardAfter(add(1))), add(2)), move), remove(A));
  expect(shapeAt(undo(gone).prediction.board, B)).toBeUndefined();
});

test("of a step of which something remains, only that is sent", () => {
  const recolor = (id: typeof A): Signal => ({ type: "shape.set", id, props: { color: "red" } });
  const gone = others(act(desk(boardAfter(add(1), add(2))), recolor(A), recolor(B)), remove(A));
  const undone = undo(gone).prediction.outbox.waiting.slice(2);
  expect(undone.map(({ signal }) => signal)).toEqual([{ type: "shape.set", id: B, props: { color: "black" } }]);
});

test("presence is nothing to undo", () => {
  expect(canUndo(act(desk(), cursor(1)).history)).toBe(false);
});

test("with nothing to undo or redo nothing happens", () => {
  const start = desk();
  expect([undo(start), redo(start)]).toEqual([start, start]);
});
