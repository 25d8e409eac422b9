import fc from "fast-check";
import { expect, test } from "vitest";
import { EMPTY_BOARD, type Board, type MutableBoard } from "../../../src/board/board.js";
import { changedLeaves, shapesIn } from "../../../src/board/leaves.js";
import { InkNotLoaded } from "../../../src/board/ink-not-loaded.js";
import { reduce, thaw } from "../../../src/board/reduce.js";
import type { Entry } from "../../../src/signal/entry.js";
import type { Millis, Seq, ShapeId } from "../../../src/signal/ids.js";
import type { InkPoints } from "../../../src/signal/ink.js";
import { isLoaded, type InkShape } from "../../../src/signal/shape.js";
import type { BlockBytes } from "../../../src/tape/block-info.js";
import { decodeInkPart, isPlainInk } from "../../../src/tape/sealed/ink-part.js";
import { refineInk } from "../../../src/tape/sealed/refine-ink.js";
import { encodeSealed, openSealed } from "../../../src/tape/sealed/sealed-block.js";
import type { SealedTrack } from "../../../src/tape/sealed/sealed-track.js";
import { arbitraryLog } from "../../property/arbitrary-log.js";

const boardAfter = (log: readonly Entry[], count: number) => reduce(EMPTY_BOARD, log.slice(0, count));

/** Ink that the block's entries left on the board. */
function inksBetween(before: Board, after: Board): { id: ShapeId; points: InkPoints }[] {
  const inks: { id: ShapeId; points: InkPoints }[] = [];
  for (const change of changedLeaves(before, after)) {
    const known = new Set([...shapesIn(change.before)]);
    for (const shape of shapesIn(change.after)) {
      if (shape.kind === "ink" && !known.has(shape) && isLoaded((shape as InkShape).points)) {
        inks.push({ id: shape.id, points: (shape as InkShape).points as InkPoints });
      }
    }
  }
  return inks;
}

/** The board with the ink of the block in it. */
function withInk(board: MutableBoard, track: SealedTrack): MutableBoard {
  const load = (shape: InkShape | null) => {
    if (shape?.kind !== "ink" || isLoaded(shape.points)) return shape;
    const points = track.inkOf(shape.id, shape.points.seq);
    if (!points) throw new Error(`no ink of ${shape.id} as of ${shape.points.seq}`);
    return { ...shape, points };
  };
  return {
    ...board,
    branches: board.branches.map(
      (branch) => branch && branch.map((leaf) => leaf && leaf.map((shape) => load(shape as InkShape))),
    ),
  };
}

const cut = fc.tuple(fc.nat(), fc.nat());

/** A log, and a run of its entries. */
function placeIn(log: readonly Entry[], [a, b]: [number, number]): { from: number; to: number } {
  const from = a % log.length;
  return { from, to: from + 1 + (b % (log.length - from)) };
}

test("a sealed block holds exactly the entries that were put in", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(arbitraryLog(), cut, (log, place) => {
      const { from, to } = placeIn(log, place);
      const entries = log.slice(from, to);
      const before = boardAfter(log, from);
      const inks = inksBetween(before, boardAfter(log, to));
      for (const form of ["fine", "plain"] as const) {
        const parts = encodeSealed(entries, before, inks, form);
        expect(openSealed(parts, entries.at(-1)!.at).entries()).toEqual(entries);
      }
    }),
  );
});

test("plain ink that is refined is, to the byte, what would have been fine at once", { timeout: 60_000 }, () => {
  let inked = 0;
  fc.assert(
    fc.property(arbitraryLog(), cut, (log, place) => {
      const { from, to } = placeIn(log, place);
      const before = boardAfter(log, from);
      const inks = inksBetween(before, boardAfter(log, to));
      const [fine, plain] = (["fine", "plain"] as const).map((form) =>
        encodeSealed(log.slice(from, to), before, inks, form),
      ) as [BlockBytes, BlockBytes];
      expect([plain.document, plain.presence]).toEqual([fine.document, fine.presence]);
      expect(isPlainInk(fine.ink)).toBe(false);
      expect(isPlainInk(plain.ink)).toBe(fine.ink.length > 0);
      expect(decodeInkPart(plain.ink)).toEqual(decodeInkPart(fine.ink));
      if (fine.ink.length === 0) return;
      inked += 1;
      expect(refineInk(plain.ink)).toEqual(fine.ink);
    }),
  );
  expect(inked).toBeGreaterThan(10);
});

/** False when a stroke is gone on with whose ink has to be brought first, which is the reader's part. */
function foldsWithoutInk(fold: () => void): boolean {
  try {
    fold();
    return true;
  } catch (error) {
    if (!(error instanceof InkNotLoaded)) throw error;
    return false;
  }
}

test("folding a sealed block with any of its parts gives the board that its entries give", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(arbitraryLog(), cut, fc.nat(), fc.nat(), (log, place, start, moment) => {
      const { from, to } = placeIn(log, place);
      const entries = log.slice(from, to);
      const before = boardAfter(log, from);
      const after = boardAfter(log, to);
      const parts = encodeSealed(entries, before, inksBetween(before, after));
      const whole = openSealed(parts, after.at);

      const passed = thaw(before) as MutableBoard;
      const document = openSealed({ document: parts.document }, after.at);
      const isPassed = foldsWithoutInk(() =>
        document.fold(passed, { after: before.seq, until: Infinity as Millis }, false),
      );
      if (isPassed) expect({ ...withInk(passed, whole), presence: after.presence }).toEqual(after);

      const begin = from + (start % entries.length);
      const middle = boardAfter(log, begin);
      const until = entries[moment % entries.length]!.at;
      const range = { after: middle.seq, until };
      const due = log.slice(0, to).filter(({ seq, at }) => seq <= middle.seq || at <= until);
      const expected = reduce(EMPTY_BOARD, due);
      for (const ink of [parts.ink, undefined]) {
        const track = openSealed(ink ? parts : { document: parts.document, presence: parts.presence }, after.at);
        if (track.needsInk(range)) {
          expect(ink).toBeUndefined();
          continue;
        }
        const board = thaw(middle) as MutableBoard;
        const isFolded = foldsWithoutInk(() => track.fold(board, range, true));
        if (isFolded) expect(withInk(board, whole)).toEqual(expected);
      }
    }),
  );
});

test("parts of different blocks do not go together", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(arbitraryLog(), (log) => {
      const half = Math.max(1, log.length >> 1);
      const [first, second] = [log.slice(0, half), log.slice(half)];
      if (second.length === 0) return;
      const a = encodeSealed(first, EMPTY_BOARD, []);
      const b = encodeSealed(second, boardAfter(log, half), []);
      let opened: Entry[] | null = null;
      try {
        opened = openSealed({ ...a, ink: b.ink, presence: b.presence }, first.at(-1)!.at).entries();
      } catch (error) {
        expect(error).toMatchObject({ code: "tape-damaged" });
      }
      // Whatever fits by chance still has its seqs from the document part.
      if (opened) expect(opened.map(({ seq }) => seq)).toEqual(first.map(({ seq }) => seq as Seq));
    }),
  );
});
