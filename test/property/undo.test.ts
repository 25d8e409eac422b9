import fc from "fast-check";
import { expect, test } from "vitest";

import { EMPTY_BOARD, type Board } from "../../src/board/board.js";
import { invert } from "../../src/board/invert.js";
import { shapeAt } from "../../src/board/leaves.js";
import { reduce } from "../../src/board/reduce.js";
import { perform, step, type Desk } from "../../src/client/desk.js";
import { closeGesture, EMPTY_HISTORY, openGesture } from "../../src/client/history.js";
import { emptyOutbox } from "../../src/client/outbox.js";
import { outgoing } from "../../src/client/outgoing.js";
import { confirm, predict } from "../../src/client/prediction.js";
import type { Entry } from "../../src/signal/entry.js";
import type { MemberId, Millis, Seq } from "../../src/signal/ids.js";
import type { Signal } from "../../src/signal/signal.js";
import { arbitraryLog } from "./arbitrary-log.js";
import { arbitrarySignal } from "./arbitrary-signal.js";

const [ANNA, BEN] = [1 as MemberId, 2 as MemberId];

/** All of a board that can be undone. The highest order a page ever had only grows. */
function content(board: Board): object {
  const { pages, branches, shared } = board;
  const papers = Object.values(pages).map(({ id, name, order, paper }) => ({ id, name, order, paper }));
  return { branches, shared, papers: papers.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

function entriesOf(signals: readonly Signal[], by: MemberId, after: Board): Entry[] {
  return signals.map((signal, index) => {
    const seq = (after.seq + index + 1) as Seq;
    return { seq, at: after.at, by, clientSeq: 0, signal };
  });
}

/** True for a signal that can be taken back: drawing is taken back as a whole, by its beginning. */
function isUndone({ type }: Signal): boolean {
  return type.startsWith("shape") || type === "state.set" || (type.startsWith("page") && type !== "page.lock");
}

/** True for one that sets what newer versions know only: this one cannot say that a shape has none of it. */
function setsUnknown(signal: Signal): boolean {
  return signal.type === "shape.set" && Object.keys(signal.props).some((name) => name.startsWith("?"));
}

const doings = arbitrarySignal().filter((signal) => isUndone(signal) && !setsUnknown(signal));

test("what any signal does is taken back by its inverse, exactly", () => {
  let changes = 0;
  fc.assert(
    fc.property(arbitraryLog(3), doings, (log, signal) => {
      const before = withoutStrokes(reduce(EMPTY_BOARD, log));
      const done = reduce(before, entriesOf([signal], ANNA, before));
      const undone = reduce(done, entriesOf(invert(before, signal), ANNA, done));
      expect(content(undone)).toEqual(content(before));
      changes += Number(JSON.stringify(content(done)) !== JSON.stringify(content(before)));
    }),
    { numRuns: 400 },
  );
  expect(changes).toBeGreaterThan(40);
});

test("undo of everything and redo of everything is identity, whatever others did before", () => {
  const gestures = fc.array(fc.array(doings, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  let steps = 0;
  fc.assert(
    fc.property(arbitraryLog(3), gestures, fc.array(doings, { maxLength: 6 }), (log, own, others) => {
      const start = withoutStrokes(reduce(EMPTY_BOARD, log));
      let desk: Desk = { prediction: predict(ANNA, start, emptyOutbox(0)), history: EMPTY_HISTORY };
      for (const signals of own) desk = gesture(desk, signals);
      const { prediction } = desk;
      desk = { ...desk, prediction: confirm(prediction, entriesOf(others, BEN, prediction.confirmed)) };
      const before = content(desk.prediction.board);

      const done = all(desk, "undo");
      steps += done.history.redo.length;
      const again = all(done, "redo");
      expect(content(again.prediction.board)).toEqual(before);
      expect(content(all(again, "undo").prediction.board)).toEqual(content(done.prediction.board));
    }),
    { numRuns: 150 },
  );
  expect(steps).toBeGreaterThan(40);
});

test("what somebody else removed stays removed, however much is undone and redone", () => {
  fc.assert(
    fc.property(arbitraryLog(3), fc.array(doings, { minLength: 1, maxLength: 6 }), fc.nat(), (log, own, pick) => {
      const start = withoutStrokes(reduce(EMPTY_BOARD, log));
      const signals = own.filter(({ type }) => type !== "shapes.remove" && type !== "page.remove");
      const desk = gesture({ prediction: predict(ANNA, start, emptyOutbox(0)), history: EMPTY_HISTORY }, signals);
      const shapes = desk.prediction.board.branches.flatMap((branch) => branch?.flatMap((leaf) => leaf ?? []) ?? []);
      const gone = shapes.filter((shape) => shape !== null)[pick % Math.max(1, shapes.length)]?.id;
      if (gone === undefined) return;
      const removal = entriesOf([{ type: "shapes.remove", ids: [gone] }], BEN, desk.prediction.confirmed);
      const removed = { ...desk, prediction: confirm(desk.prediction, removal) };
      // Ben could not remove what Anna has not told anyone of yet.
      if (shapeAt(removed.prediction.board, gone)) return;
      const undone = all(removed, "undo");
      expect(shapeAt(undone.prediction.board, gone)).toBeUndefined();
      expect(shapeAt(all(undone, "redo").prediction.board, gone)).toBeUndefined();
    }),
  );
});

const ready = (signal: Signal) => outgoing(signal, 0 as Millis);

function gesture({ prediction, history }: Desk, signals: readonly Signal[]): Desk {
  const opened = perform({ prediction, history: openGesture(history) }, []);
  const done = signals.reduce((desk, signal) => perform(desk, ready(signal)), opened);
  return { ...done, history: closeGesture(done.history) };
}

function all(desk: Desk, way: "undo" | "redo"): Desk {
  let next = desk;
  while (next.history[way].length > 0) next = step(next, way, ready);
  return next;
}

/** Strokes under construction go with what they are on, and are nobody's to bring back. */
function withoutStrokes(board: Board): Board {
  return { ...board, active: {} };
}
