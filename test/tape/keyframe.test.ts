import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EMPTY_BOARD, FIRST_PAGE, type Board } from "../../src/board/board.js";
import { advance } from "../../src/board/advance.js";
import { branchesOf, shapesOf } from "../../src/board/leaves.js";
import { plainBoard } from "../../src/board/plain.js";
import { reduce } from "../../src/board/reduce.js";
import { isInktapeError } from "../../src/signal/errors.js";
import { shapeId, type MemberId, type Seq } from "../../src/signal/ids.js";
import { quantise } from "../../src/signal/ink.js";
import { pointsOf, type InkShape, type Shape } from "../../src/signal/shape.js";
import { StoredInk } from "../../src/signal/stored-ink.js";
import { writeEnvelope } from "../../src/tape/write-envelope.js";
import { decodeKeyframe, openKeyframe, SwiftKeyframes } from "../../src/tape/keyframe.js";
import { encodeKeyframe } from "../../src/tape/encode-keyframe.js";
import { loadParts } from "../../stories/lesson/strokes.js";
import { arbitraryLog } from "../property/arbitrary-log.js";
import { thrown } from "./thrown.js";

/** A board with something of everything on it, strokes under construction included. */
const someBoard = () => {
  const boards = fc.sample(arbitraryLog(3, 40), { numRuns: 20, seed: 11 }).map((log) => reduce(EMPTY_BOARD, log));
  return boards.find((board) => Object.keys(board.active).length > 0 && board.branches.length > 1) as Board;
};

const FORMS = [
  { form: "keyframe of a tape", encode: (board: Board) => encodeKeyframe(board) },
  { form: "swift keyframe", encode: (board: Board) => new SwiftKeyframes().encode(board) },
];

describe.each(FORMS)("a $form", ({ encode }) => {
  test("gives back the empty board", () => {
    expect(decodeKeyframe(encode(EMPTY_BOARD))).toEqual(EMPTY_BOARD);
  });

  test("gives back any board that a log can lead to", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(arbitraryLog(), (log) => {
        const board = reduce(EMPTY_BOARD, log);
        const read = decodeKeyframe(encode(board));
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
        expect(reduce(decodeKeyframe(encode(board)), log.slice(at))).toEqual(reduce(board, log.slice(at)));
      }),
    );
  });
});

describe.each(FORMS)("a damaged $form", ({ encode }) => {
  const bytes = encode(someBoard());

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
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(1, bytes[5] as number), (body, codec) => {
        const error = thrown(() => decodeKeyframe(writeEnvelope({ kind: "keyframe", codec, body })));
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
    const board = decodeKeyframe(encode({ ...EMPTY_BOARD, branches: [null, [[far, null, null, near]]] }));
    expect([...shapesOf(board)]).toEqual([near]);
  });
});

describe("swift keyframes", () => {
  test("of a board that goes on are those of the board as it is, whatever was made before", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(arbitraryLog(), fc.integer({ min: 1, max: 12 }), (log, step) => {
        const keyframes = new SwiftKeyframes();
        let board: Board = EMPTY_BOARD;
        for (let at = 0; at < log.length; at += step) {
          board = advance(board, log.slice(at, at + step));
          expect(decodeKeyframe(keyframes.encode(board))).toEqual(board);
        }
      }),
    );
  });

  test("refer to ink that is not loaded", () => {
    const header = { kind: "ink", page: FIRST_PAGE, order: "a0", x: 0, y: 0, color: "red", size: 1, step: 1 } as const;
    const stored = { ...header, id: shapeId(1 as MemberId, 0), points: new StoredInk(7 as Seq) };
    const here = { ...header, id: shapeId(1 as MemberId, 1), points: Int32Array.of(1, 2, 3, 4) };
    const board: Board = { ...EMPTY_BOARD, branches: [null, [[stored, here]]] };
    const opened = openKeyframe(new SwiftKeyframes().encode(board), () => undefined);
    expect(opened).toEqual({ board, homes: [7] });
  });

  test("take less room than those of a tape that bring all ink, and a fraction of what their ink takes in memory", () => {
    const board = lessonBoard();
    const inkBytes = [...shapesOf(board)].reduce((sum, shape) => sum + pointsOf(shape as InkShape).byteLength, 0);
    const swift = new SwiftKeyframes().encode(board);
    expect(inkBytes).toBeGreaterThan(80_000);
    expect(swift.length).toBeLessThan(1.1 * encodeKeyframe(board).length);
    expect(swift.length).toBeLessThan(inkBytes / 5);
  });

  test("are refused when they hold a leaf twice, or other ink than that of its strokes", () => {
    const header = { kind: "ink", page: FIRST_PAGE, order: "a0", x: 0, y: 0, color: "red", size: 1, step: 1 } as const;
    const stroke = { ...header, id: shapeId(1 as MemberId, 0), points: Int32Array.of(1, 2, 3, 4) };
    const bytes = new SwiftKeyframes().encode({ ...EMPTY_BOARD, branches: [null, [[stroke]]] });
    const bare = new SwiftKeyframes().encode(EMPTY_BOARD);
    const head = bare.subarray(10, -1);
    const leaf = bytes.subarray(bare.length);
    const forged = (count: number, ...leaves: Uint8Array[]) => {
      const body = Uint8Array.from([...head, count, ...leaves.flatMap((part) => [...part])]);
      return thrown(() => decodeKeyframe(writeEnvelope({ kind: "keyframe", codec: 4, body })));
    };
    expect(forged(1, leaf)).toBeUndefined();
    expect(forged(2, leaf, leaf)).toSatisfy((error) => isInktapeError(error, "tape-damaged"));
    expect(forged(2, leaf)).toSatisfy((error) => isInktapeError(error, "tape-damaged"));
    const inkBytes = 1 + 8 + 1;
    const without = Uint8Array.from([...leaf.subarray(0, -inkBytes), 0, 0]);
    expect(forged(1, without)).toSatisfy((error) => isInktapeError(error, "tape-damaged"));
  });
});

/** The lesson's handwriting, all by one hand. */
function lessonBoard(): Board {
  const strokes = loadParts().flatMap((part) => part.strokes);
  const shapes = strokes.map((samples, count): Shape => {
    const { x, y, t } = samples[0] as (typeof samples)[0];
    const [left, top] = [Math.round(x * 16) / 16, Math.round(y * 16) / 16];
    const points = quantise(samples, { x: left, y: top, t, step: 1 / 8 });
    const head = { page: FIRST_PAGE, order: "a0", color: "ink", size: 4, step: 1 / 8 };
    return { ...head, kind: "ink", id: shapeId(1 as MemberId, count), x: left, y: top, points };
  });
  return { ...EMPTY_BOARD, branches: branchesOf(shapes) };
}
