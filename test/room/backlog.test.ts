import fc from "fast-check";
import { expect, test } from "vitest";
import { EMPTY_BOARD } from "../../src/board/board.js";
import { plainBoard } from "../../src/board/plain.js";
import { reduce } from "../../src/board/reduce.js";
import { Backlog } from "../../src/room/backlog.js";
import { EntryFrames } from "../../src/room/entry-frames.js";
import type { Entry } from "../../src/signal/entry.js";
import type { MemberId } from "../../src/signal/ids.js";
import { trackOf } from "../../src/signal/signal.js";
import { decodeServerFrame } from "../../src/signal/wire/frames.js";
import { arbitraryLog } from "../property/arbitrary-log.js";

const OWN = 1 as MemberId;

function thinned(entries: readonly Entry[], member = OWN): readonly Entry[] {
  const backlog = new Backlog(member);
  for (const frame of new EntryFrames().next(entries)) backlog.add(frame);
  return backlog.take().flatMap((bytes) => {
    const frame = decodeServerFrame(bytes);
    return frame.type === "thinned" ? frame.entries : [];
  });
}

test("the board is the same after what is left as after all of it", () => {
  fc.assert(
    fc.property(arbitraryLog(), (log) => {
      const left = thinned(log);
      const without = (entries: readonly Entry[]) => {
        const { presence: _, ...rest } = plainBoard(reduce(EMPTY_BOARD, entries)) as Record<string, unknown>;
        return rest;
      };
      expect(without(left)).toEqual(without(log));
      expect(left.at(-1)).toEqual(log.at(-1));
    }),
  );
});

test("of others' presence the newest of each kind is left, in its place; documents and one's own are all there", () => {
  fc.assert(
    fc.property(arbitraryLog(), (log) => {
      const left = new Set(thinned(log).map(({ seq }) => seq));
      log.forEach(({ seq, by, signal }, index) => {
        const isNewest = !log.slice(index + 1).some((later) => later.by === by && later.signal.type === signal.type);
        const isKept = by === OWN || trackOf(signal) === "document" || isNewest;
        expect(left.has(seq)).toBe(isKept);
      });
    }),
  );
});
