import fc from "fast-check";
import { expect, test } from "vitest";

import { advance } from "../../src/board/advance.js";
import { EMPTY_BOARD, type Board } from "../../src/board/board.js";
import { plainBoard } from "../../src/board/plain.js";
import { fold, reduce, thaw } from "../../src/board/reduce.js";
import { arbitraryLog } from "./arbitrary-log.js";

const folded = (board: Board, entries: Parameters<typeof reduce>[1]): Board => {
  const own = thaw(board);
  fold(own, entries);
  return own;
};

test("immer one by one, immer in frames of any width and the plain executor make the same board", () => {
  fc.assert(
    fc.property(arbitraryLog(3), fc.integer({ min: 2, max: 40 }), (entries, width) => {
      const plain = folded(EMPTY_BOARD, entries);
      const single = entries.reduce((board, entry) => reduce(board, [entry]), EMPTY_BOARD);
      let framed = EMPTY_BOARD;
      for (let at = 0; at < entries.length; at += width) framed = reduce(framed, entries.slice(at, at + width));
      expect(single).toEqual(plain);
      expect(framed).toEqual(plain);
      expect(plainBoard(framed)).toEqual(plainBoard(plain));
    }),
  );
});

test("copying beforehand what is written to makes the same board, and leaves the one before as it was", () => {
  fc.assert(
    fc.property(arbitraryLog(3), fc.integer({ min: 1, max: 40 }), (entries, width) => {
      let board = EMPTY_BOARD;
      for (let at = 0; at < entries.length; at += width) {
        const run = entries.slice(at, at + width);
        const before = plainBoard(board);
        const next = advance(board, run);
        expect(next).toEqual(reduce(board, run));
        expect(plainBoard(board)).toEqual(before);
        board = next;
      }
    }),
    { numRuns: 300 },
  );
});

test("a board is never changed by what is made of it", () => {
  fc.assert(
    fc.property(arbitraryLog(3), fc.nat(), (entries, cut) => {
      const middle = cut % (entries.length + 1);
      const board = reduce(EMPTY_BOARD, entries.slice(0, middle));
      const before = plainBoard(board);
      reduce(board, entries.slice(middle));
      folded(board, entries.slice(middle));
      expect(plainBoard(board)).toEqual(before);
    }),
  );
});

test("going on from the middle by either executor ends where the whole does", () => {
  fc.assert(
    fc.property(arbitraryLog(3), fc.nat(), (entries, cut) => {
      const middle = cut % (entries.length + 1);
      const whole = reduce(EMPTY_BOARD, entries);
      const half = folded(EMPTY_BOARD, entries.slice(0, middle));
      expect(reduce(half, entries.slice(middle))).toEqual(whole);
      expect(folded(reduce(EMPTY_BOARD, entries.slice(0, middle)), entries.slice(middle))).toEqual(whole);
    }),
  );
});
