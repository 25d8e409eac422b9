import { expect, test } from "vitest";
import { EMPTY_BOARD, FIRST_PAGE } from "../../src/board/board.js";
import { reduce } from "../../src/board/reduce.js";
import { busyPage } from "../../src/canvas/busy-page.js";
import type { Entry } from "../../src/signal/entry.js";
import { type MemberId, type Millis, type PageId, type Seq, shapeId } from "../../src/signal/ids.js";
import type { Signal } from "../../src/signal/signal.js";

const SECOND = "second" as PageId;
const profile = { user: "u", name: "U", color: "red", role: "writer" } as const;

/** The board after these, each `[at, by, signal]`; two people are there, and a second page. */
function boardAfter(...steps: [at: number, by: number, signal: Signal][]) {
  const all: typeof steps = [
    [0, 1, { type: "member.join", profile }],
    [0, 2, { type: "member.join", profile }],
    [0, 1, { type: "page.add", id: SECOND, name: "Page 2", order: "a1" }],
    ...steps,
  ];
  const entries = all.map(([at, by, signal], index): Entry => ({
    seq: (index + 1) as Seq,
    at: at as Millis,
    by: by as MemberId,
    clientSeq: index + 1,
    signal,
  }));
  return reduce(EMPTY_BOARD, entries);
}

const cursor = (page: PageId) => ({ type: "cursor", cursor: { page, x: 0, y: 0 } }) as const;

test("nobody points: the page stays", () => {
  expect(busyPage(boardAfter(), FIRST_PAGE)).toBe(FIRST_PAGE);
  expect(busyPage(boardAfter(), SECOND)).toBe(SECOND);
});

test("the only one who points takes the view along", () => {
  expect(busyPage(boardAfter([10, 1, cursor(SECOND)]), FIRST_PAGE)).toBe(SECOND);
  expect(busyPage(boardAfter([10, 1, cursor(SECOND)], [20, 1, cursor(FIRST_PAGE)]), SECOND)).toBe(FIRST_PAGE);
});

test("two people on two pages do not make the view flicker", () => {
  const board = boardAfter([1000, 1, cursor(FIRST_PAGE)], [2000, 2, cursor(SECOND)]);
  expect([busyPage(board, FIRST_PAGE), busyPage(board, SECOND)]).toEqual([FIRST_PAGE, SECOND]);
});

test("a page where nothing has moved for a while is left", () => {
  const board = boardAfter([1000, 1, cursor(FIRST_PAGE)], [9000, 2, cursor(SECOND)]);
  expect(busyPage(board, FIRST_PAGE)).toBe(SECOND);
});

test("a stroke under construction counts, cursor or not", () => {
  const id = shapeId(1 as MemberId, 0);
  const shape = { id, kind: "ink", page: SECOND, order: "a0", x: 0, y: 0, step: 1, color: "red", size: 2 } as const;
  const board = boardAfter(
    [5000, 1, { type: "ink.begin", shape }],
    [5000, 1, { type: "ink.append", id, points: Int32Array.of(0, 0, 0, 32) }],
  );
  expect(busyPage(board, FIRST_PAGE)).toBe(SECOND);
});

test("a page that is gone is never shown", () => {
  const board = boardAfter([10, 1, cursor(SECOND)], [20, 2, { type: "page.remove", id: SECOND }]);
  expect(busyPage(board, FIRST_PAGE)).toBe(FIRST_PAGE);
});
