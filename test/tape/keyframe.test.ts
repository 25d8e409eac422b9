import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EMPTY_BOARD, FIRST_PAGE, type Board } from "../../src/board/board.js";
import { shapesOf } from "../../src/board/leaves.js";
import { plainBoard } from "../../src/board/plain.js";
import { reduce } from "../../src/board/reduce.js";
import { isInktapeError } from "../../src/signal/errors.js";
import { shapeId, type MemberId } from "../../src/signal/ids.js";
import type { Shape } from "../../src/signal/shape.js";
import { writeEnvelope } from "../../src/tape/envelope.js";
import { decodeKeyframe, encodeKeyframe } from "../../src/tape/keyframe.js";
import { arbitraryLog } from "../property/arbitraries.js";
import { thrown } from "./thrown.js";

/** A board with something of everything on it, strokes under construction included. */
const someBoard = () => {
  const boards = fc.sample(arbitraryLog(3, 40), { numRuns: 20, seed: 11 }).map((log) => reduce(EMPTY_BOARD, log));
  return boards.find((board) => Object.keys(board.active).length > 0 && board.branches.length > 1) as Board;
};

describe("a keyframe", () => {
  test("gives back the empty board", () => {
    expect(decodeKeyframe(encodeKeyframe(EMPTY_BOARD))).toEqual(EMPTY_BOARD);
  });

  test("gives back any board that a log can lead to", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(arbitraryLog(), (log) => {
        const board = reduce(EMPTY_BOARD, log);
        const read = decodeKeyframe(encodeKeyframe(board));
        expect(read).toEqual(board);
        expect(plainBoard(read)).toEqual(plainBoard(board));
      }),
    );
  });

  test("gives back a board that goes on as the first one would", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(arbitraryLog(), fc.nat(), (log, cut) => {
        const at = cut % log.length;
        const board = reduce(EMPTY_BOARD, log.slice(0, at));
        expect(reduce(decodeKeyframe(encodeKeyframe(board)), log.slice(at))).toEqual(reduce(board, log.slice(at)));
      }),
    );
  });
});

describe("a damaged keyframe", () => {
  const bytes = encodeKeyframe(someBoard());

  test("is refused whichever byte was changed, and wherever it was cut off", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const broken = bytes.slice();
        broken[at] = (broken[at] as number) ^ flip;
        const error = thrown(() => decodeKeyframe(broken));
        expect(isInktapeError(error, "tape-damaged") || isInktapeError(error, "unsupported-version")).toBe(true);
        expect(
          isInktapeError(
            thrown(() => decodeKeyframe(bytes.subarray(0, at))),
            "tape-damaged",
          ),
        ).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("is refused with a right checksum around a wrong body or an unknown codec", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (body) => {
        const error = thrown(() => decodeKeyframe(writeEnvelope({ kind: "keyframe", codec: 1, body })));
        expect(isInktapeError(error, "tape-damaged")).toBe(true);
      }),
    );
    const later = writeEnvelope({ kind: "keyframe", codec: 9, body: new Uint8Array() });
    expect(thrown(() => decodeKeyframe(later))).toSatisfy((error) => isInktapeError(error, "unsupported-version"));
  });

  test("with a shape for which a board has no place comes without it", () => {
    const text = { page: FIRST_PAGE, order: "a0", x: 0, y: 0, color: "red", size: 1, text: "x", fontSize: 9 };
    const far: Shape = { ...text, kind: "text", id: shapeId(1 as MemberId, 2 ** 32 - 1) };
    const near: Shape = { ...text, kind: "text", id: shapeId(1 as MemberId, 3) };
    const board = decodeKeyframe(encodeKeyframe({ ...EMPTY_BOARD, branches: [null, [[far, null, null, near]]] }));
    expect([...shapesOf(board)]).toEqual([near]);
  });
});
