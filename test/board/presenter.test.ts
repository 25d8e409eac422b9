import { expect, test } from "vitest";
import { EMPTY_BOARD, type Board } from "../../src/board/board.js";
import { invert } from "../../src/board/invert.js";
import { presentation, PRESENTER_KEY, presenterOf } from "../../src/board/presenter.js";
import { reduce } from "../../src/board/reduce.js";
import type { MemberId, Millis, Seq } from "../../src/signal/ids.js";
import type { Role, Signal } from "../../src/signal/signal.js";

const ANN = 1 as MemberId;
const BEN = 2 as MemberId;

function boardAfter(...done: readonly (readonly [MemberId, Signal])[]): Board {
  const entries = done.map(([by, signal], index) => ({
    seq: (index + 1) as Seq,
    at: (index + 1) as Millis,
    by,
    clientSeq: 0,
    signal,
  }));
  return reduce(EMPTY_BOARD, entries);
}

const join = (role: Role = "writer"): Signal => ({
  type: "member.join",
  profile: { user: "u", name: "N", color: "red", role },
});

test("who presents is who said so last, until it ends", () => {
  expect(presenterOf(boardAfter([ANN, join()]))).toBeNull();
  const presenting = [
    [ANN, join()],
    [BEN, join()],
    [ANN, presentation(ANN)],
  ] as const;
  expect(presenterOf(boardAfter(...presenting))).toBe(ANN);
  expect(presenterOf(boardAfter(...presenting, [BEN, presentation(BEN)]))).toBe(BEN);
  expect(presenterOf(boardAfter(...presenting, [BEN, presentation(null)]))).toBeNull();
});

test("a presentation ends when its member leaves, or may only look", () => {
  const presenting = [
    [ANN, join()],
    [ANN, presentation(ANN)],
  ] as const;
  expect(presenterOf(boardAfter(...presenting, [ANN, { type: "member.leave" }]))).toBeNull();
  expect(presenterOf(boardAfter(...presenting, [ANN, join("reader")]))).toBeNull();
});

test("what stands under the key and is no member is nobody", () => {
  const board = boardAfter([ANN, join()], [ANN, { type: "state.set", key: PRESENTER_KEY, value: "toString" }]);
  expect(presenterOf(board)).toBeNull();
});

test("presenting is no step to undo, what an app shares is", () => {
  expect(invert(EMPTY_BOARD, presentation(ANN))).toEqual([]);
  expect(invert(EMPTY_BOARD, { type: "state.set", key: "score", value: 1 })).toHaveLength(1);
});
