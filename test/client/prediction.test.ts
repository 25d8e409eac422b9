import fc from "fast-check";
import { expect, test } from "vitest";

import { cutTicks, emptyOutbox } from "../../src/client/outbox.js";
import { act, confirm, cutBatch, inverseOf, predict, type Prediction } from "../../src/client/prediction.js";
import { EMPTY_BOARD, type Board } from "../../src/board/board.js";
import { shapeAt } from "../../src/board/leaves.js";
import { plainBoard } from "../../src/board/plain.js";
import { fold, freezeBoards, thaw } from "../../src/board/reduce.js";
import type { Entry } from "../../src/signal/entry.js";
import type { MemberId, Millis, Seq } from "../../src/signal/ids.js";
import type { Signal } from "../../src/signal/signal.js";
import { ANNA, BEN, boardAfter, inkHeader, log, rectangle } from "../board/log.js";
import { arbitrarySignal } from "../property/arbitrary-signal.js";
import { append, cursor, marker, ready, STROKE } from "./signals.js";

// A stray write into a board that others share throws.
freezeBoards(true);

const empty = (board: Board = EMPTY_BOARD) => predict(ANNA, board, emptyOutbox(0));
const rect: Signal = { type: "shape.add", shape: rectangle(1) };
const move = (dx: number): Signal => ({ type: "shapes.move", ids: [rectangle(1).id], dx, dy: 0 });

/** What the room makes of signals: entries after the board's, as `by` numbered them from `first` on. */
function entries(after: Board, by: MemberId, first: number, signals: readonly Signal[], at = 1000): Entry[] {
  return signals.map((signal, index) => ({
    seq: (after.seq + 1 + index) as Seq,
    at: at as Millis,
    by,
    clientSeq: first + index,
    signal,
  }));
}

/** The predicted board worked out from nothing but its definition. */
function byDefinition({ confirmed, outbox, member }: Prediction): Board {
  const board = thaw(confirmed);
  for (const { signal, at } of [...outbox.sent, ...outbox.waiting]) {
    const time = Math.max(board.at, at) as Millis;
    fold(board, [{ seq: confirmed.seq, at: time, by: member, clientSeq: 0, signal }]);
  }
  return board as Board;
}

test("with nothing pending, what is shown is the confirmed board itself", () => {
  const board = boardAfter(rect);
  expect(empty(board).board).toBe(board);
});

test("what is done shows at once, and stays when the room confirms it", () => {
  const done = act(empty(), ready([rect]));
  expect(shapeAt(done.board, rectangle(1).id)).toEqual(rectangle(1));
  expect(shapeAt(done.confirmed, rectangle(1).id)).toBeUndefined();

  const confirmed = confirm(cutBatch(done), entries(EMPTY_BOARD, ANNA, 1, [rect]));
  expect(confirmed.board).toBe(confirmed.confirmed);
  expect(shapeAt(confirmed.board, rectangle(1).id)).toEqual(rectangle(1));
});

test("what others did comes under what is pending here", () => {
  const start = empty(boardAfter(rect));
  const mine = cutBatch(act(start, ready([move(10)])));
  const both = confirm(mine, entries(start.confirmed, BEN, 1, [move(5)]));
  expect([shapeAt(both.confirmed, rectangle(1).id)?.x, shapeAt(both.board, rectangle(1).id)?.x]).toEqual([5, 15]);
});

test("a change to what somebody else has removed is gone once that is known", () => {
  const start = empty(boardAfter(rect));
  const mine = act(start, ready([move(10)]));
  const both = confirm(mine, entries(start.confirmed, BEN, 1, [{ type: "shapes.remove", ids: [rectangle(1).id] }]));
  expect(shapeAt(both.board, rectangle(1).id)).toBeUndefined();
});

test("another member's numbers acknowledge nothing here", () => {
  const mine = cutBatch(act(empty(), ready([rect])));
  expect(confirm(mine, entries(EMPTY_BOARD, BEN, 1, [marker("a")])).outbox.sent.length).toBe(1);
});

test("what the room says in a member's name acknowledges nothing", () => {
  const mine = cutBatch(act(empty(), ready([rect])));
  const join = entries(EMPTY_BOARD, ANNA, 1, [marker("a")]).map((entry) => ({ ...entry, clientSeq: 0 }));
  expect(confirm(mine, join).outbox.sent.length).toBe(1);
});

test("the predicted board keeps the seq of the confirmed one, and its time does not run backwards", () => {
  const start = empty(boardAfter(rect, rect));
  const { board } = act(act(start, ready([move(1)], 5000)), ready([move(1)], 4000));
  expect([board.seq, board.at]).toEqual([2, 5000]);
});

test("points joined in one batch show as the one batch they will be", () => {
  const stroke: Signal = { type: "ink.begin", shape: inkHeader(0) };
  const begun = cutBatch(act(empty(), ready([stroke])));
  const { board, outbox } = act(act(begun, ready([append(3, 0)], 10)), ready([append(2, 24)], 20));
  expect(outbox.waiting.length).toBe(1);
  expect(board.active[STROKE]?.run.batches().map(({ at, count }) => [at, count])).toEqual([[20, 5]]);
});

test("signals are inverted each on the board the ones before it made", () => {
  const { signals, isOf } = inverseOf(empty(), ready([rect, move(10), cursor(1)]));
  expect(signals).toEqual([move(-10), { type: "shapes.remove", ids: [rectangle(1).id] }]);
  expect(isOf).toEqual([true, true, false]);
});

test("a run of entries too long for immer comes to the same board", () => {
  const many = log(Array.from({ length: 1000 }, (_, index) => (index === 0 ? rect : move(1))));
  const { confirmed } = confirm(empty(), many);
  expect(plainBoard(confirmed)).toEqual(plainBoard(boardAfter(rect, ...Array.from({ length: 999 }, () => move(1)))));
});

const ANNAS_PROFILE = { user: "a", name: "Anna", color: "#123456", role: "writer" } as const;

/** What can happen to a prediction: it acts, a batch is cut, a beat comes, the room takes some of it, somebody else acts. */
type Happening =
  | { do: "act"; signals: Signal[]; wait: number }
  | { do: "cut" }
  | { do: "beat" }
  | { do: "take"; count: number }
  | { do: "other"; signals: Signal[] };

/** Any signal, and often one of those that batches join. */
const done = fc.oneof(
  arbitrarySignal(),
  fc.constantFrom<Signal>(
    { type: "ink.begin", shape: inkHeader(0) },
    append(2, 0),
    append(2, 24),
    append(2, 50),
    cursor(1),
    cursor(2),
  ),
);

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    do: fc.constant("act" as const),
    signals: fc.array(done, { maxLength: 4 }),
    wait: fc.nat(50),
  }),
  fc.constantFrom<Happening>({ do: "cut" }, { do: "beat" }),
  fc.record({ do: fc.constant("take" as const), count: fc.nat(6) }),
  fc.record({ do: fc.constant("other" as const), signals: fc.array(arbitrarySignal(), { maxLength: 3 }) }),
);

test(
  "whatever happens, the predicted board is the confirmed one with all that is pending folded on top",
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40, size: "max" }), (happenings) => {
        let prediction = empty(boardAfter({ type: "member.join", profile: ANNAS_PROFILE }));
        let now = 0;
        for (const happening of happenings) {
          const { confirmed, outbox } = prediction;
          if (happening.do === "act") {
            now += happening.wait;
            prediction = act(prediction, ready(happening.signals, now));
          } else if (happening.do === "cut") prediction = cutBatch(prediction);
          else if (happening.do === "beat") prediction = cutBatch(prediction, cutTicks);
          else if (happening.do === "other") {
            prediction = confirm(prediction, entries(confirmed, BEN, 1, happening.signals, now));
          } else {
            const taken = outbox.sent.slice(0, happening.count).map(({ signal }) => signal);
            const first = outbox.given - outbox.sent.length + 1;
            prediction = confirm(prediction, entries(confirmed, ANNA, first, taken, now));
          }
          expect(plainBoard(prediction.board)).toEqual(plainBoard(byDefinition(prediction)));
        }
      }),
    );
  },
);
