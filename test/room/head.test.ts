import { describe, expect, test } from "vitest";
import { EMPTY_BOARD, FIRST_PAGE } from "../../src/board/board.js";
import { plainBoard } from "../../src/board/plain.js";
import { reduce } from "../../src/board/reduce.js";
import { Head } from "../../src/room/head.js";
import type { Entry } from "../../src/signal/entry.js";
import type { MemberId, Millis, PageId, Seq } from "../../src/signal/ids.js";
import type { Signal } from "../../src/signal/signal.js";
import { decodeKeyframe } from "../../src/tape/keyframe.js";
import { rectangle, stroke } from "../../src/testing/samples.js";

function entries(first: number, last: number): Entry[] {
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    seq: (first + index) as Seq,
    at: 1 as Millis,
    by: 1 as MemberId,
    clientSeq: 0,
    signal: rectangle(1 as MemberId, first + index),
  }));
}

/** Where a client stands that catches up from `after` with this head, starting with the board it had. */
function caughtUp(head: Head, after: number | null) {
  const { keyframe, entries: missing } = head.catchUp(after as Seq | null);
  const start = keyframe ? decodeKeyframe(keyframe) : reduce(EMPTY_BOARD, entries(1, after ?? 0));
  return plainBoard(reduce(start, missing));
}

test("everybody catches up to the same board, from wherever they come", () => {
  const head = new Head(EMPTY_BOARD, 10);
  for (let first = 1; first < 40; first += 3) head.advance(entries(first, first + 2));
  for (const after of [null, 0, 1, 15, 30, 38, 39, 99]) expect(caughtUp(head, after)).toEqual(plainBoard(head.board));
});

test("a board is encoded once for all who join at the same entry, and serves those who join soon after", () => {
  const head = new Head(EMPTY_BOARD, 100);
  head.advance(entries(1, 20));
  const { keyframe } = head.catchUp(null);
  expect(head.catchUp(null).keyframe).toBe(keyframe);
  head.advance(entries(21, 40));
  const later = head.catchUp(null);
  expect(later.keyframe).toBe(keyframe);
  expect(later.entries.map(({ seq }) => seq)).toEqual(entries(21, 40).map(({ seq }) => seq));
});

test("a board that is too old for joining is encoded anew", () => {
  const head = new Head(EMPTY_BOARD, 5000);
  head.advance(entries(1, 20));
  head.catchUp(null);
  head.advance(entries(21, 1045));
  expect(head.catchUp(null).entries).toEqual([]);
  expect(caughtUp(head, null)).toEqual(plainBoard(head.board));
});

test("its keyframe is always of the last entry", () => {
  const head = new Head(EMPTY_BOARD, 100);
  head.advance(entries(1, 3));
  head.catchUp(null);
  head.advance(entries(4, 5));
  const { seq, bytes } = head.keyframe();
  expect([seq, decodeKeyframe(bytes).seq]).toEqual([5, 5]);
});

test("it starts from a keyframe, and cannot tell what was before it", () => {
  const first = new Head(EMPTY_BOARD, 100);
  first.advance(entries(1, 5));
  const second = new Head(decodeKeyframe(first.keyframe().bytes), 100);
  second.advance(entries(6, 8));
  expect(second.catchUp(4 as Seq).keyframe).not.toBeNull();
  expect(second.catchUp(5 as Seq).keyframe).toBeNull();
  expect(caughtUp(second, null)).toEqual(plainBoard(second.board));
});

test("entries that are lost are passed over, and nobody is told that it has them", () => {
  const head = new Head(EMPTY_BOARD, 100);
  head.advance(entries(1, 5));
  head.skipTo(9 as Seq);
  expect(head.board.seq).toBe(9);
  for (const after of [null, 3, 5]) expect(head.catchUp(after as Seq | null).keyframe).not.toBeNull();
  head.advance(entries(10, 11));
  expect(head.catchUp(9 as Seq)).toMatchObject({ keyframe: null, entries: [{ seq: 10 }, { seq: 11 }] });
});

describe("its pages", () => {
  const lock = (isLocked: boolean): Signal => ({ type: "page.lock", id: FIRST_PAGE, isLocked });
  const begin = stroke(1 as MemberId, 1)[0] as Signal;
  const said = (seq: number, signal: Signal): Entry => ({ ...(entries(seq, seq)[0] as Entry), signal });

  test("are locked and unlocked in their turn, whatever waits to come onto the board", () => {
    const head = new Head(EMPTY_BOARD, 10);
    const seen = [lock(true), begin, lock(false), lock(true)].map((signal, at) => {
      head.advance([said(at + 1, signal)]);
      return head.pages[FIRST_PAGE]?.isLocked;
    });
    expect(seen).toEqual([true, true, false, true]);
  });

  test("that come and go are there and not there", () => {
    const head = new Head(EMPTY_BOARD, 10);
    const id = "b" as PageId;
    head.advance([said(1, { type: "page.add", id, name: "B", order: "a1" })]);
    expect(Object.keys(head.pages)).toContain(id);
    head.advance([said(2, { type: "page.remove", id })]);
    expect(Object.keys(head.pages)).not.toContain(id);
  });

  test("do not wait for a pen", () => {
    const head = new Head(EMPTY_BOARD, 10);
    const before = head.pages;
    head.advance([said(1, begin)]);
    expect(head.pages).toBe(before);
    expect(head.board.pages[FIRST_PAGE]?.top).not.toBe(before[FIRST_PAGE]?.top);
  });
});
