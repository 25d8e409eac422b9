import { describe, expect, test } from "vitest";
import { EMPTY_BOARD, FIRST_PAGE } from "../../src/board/board.js";
import { shapesOf } from "../../src/board/leaves.js";
import { reduce, thaw } from "../../src/board/reduce.js";
import type { Entry } from "../../src/signal/entry.js";
import { ROOM_MEMBER, shapeId, type MemberId, type Millis, type Seq } from "../../src/signal/ids.js";
import type { Signal } from "../../src/signal/signal.js";
import { Redactor } from "../../src/tape/redactor.js";
import { marker, rectangle, stroke } from "../../src/testing/samples.js";

const [ADA, BOB] = [1 as MemberId, 2 as MemberId];
const join = (name: string): Signal => ({
  type: "member.join",
  profile: { user: name, name, color: "red", role: "writer" },
});

/** Entries one after another, each a second after the one before, from 1000 on. */
function log(...said: readonly (readonly [by: MemberId, signal: Signal])[]): Entry[] {
  return said.map(([by, signal], index) => ({
    seq: (index + 1) as Seq,
    at: (1000 * (index + 1)) as Millis,
    by,
    clientSeq: index + 1,
    signal,
  }));
}

const after = (entries: readonly Entry[]) => [...shapesOf(reduce(EMPTY_BOARD, entries))].map(({ id }) => id);
const at = (from: number, to = from) => new Redactor({ from: from as Millis, to: to as Millis });

describe("of a stretch of time", () => {
  test("entries become the room's own word at the same place and time, both ends included", () => {
    const entries = log([ADA, marker("a")], [ADA, marker("b")], [ADA, marker("c")], [ADA, marker("d")]);
    const redactor = at(2000, 3000);
    const room = { by: ROOM_MEMBER, clientSeq: 0, signal: { type: "void", reason: "redacted" } };
    expect(entries.map((entry) => redactor.entry(entry))).toEqual([
      entries[0],
      { seq: 2, at: 2000, ...room },
      { seq: 3, at: 3000, ...room },
      entries[3],
    ]);
  });

  test("what was drawn then stays out, also when it is brought back later", () => {
    const entries = log(
      [ADA, rectangle(ADA, 0)],
      [ADA, rectangle(ADA, 1)],
      [ADA, { type: "shapes.remove", ids: [shapeId(ADA, 0), shapeId(ADA, 1)] }],
      [BOB, rectangle(ADA, 0)],
      [BOB, rectangle(ADA, 1)],
    );
    const redactor = at(2000);
    expect(after(entries)).toHaveLength(2);
    expect(after(entries.map((entry) => redactor.entry(entry)))).toEqual([shapeId(ADA, 0)]);
  });

  test("who came and went, and what admins ruled, stays", () => {
    const entries = log(
      [ADA, join("ada")],
      [ADA, { type: "access.set", user: "bob", access: "none" }],
      [ADA, { type: "page.lock", id: FIRST_PAGE, isLocked: true }],
      [ADA, { type: "recording.set", on: true }],
      [ADA, { type: "member.leave" }],
    );
    const redactor = at(0, 9999);
    expect(entries.map((entry) => redactor.entry(entry))).toEqual(entries);
  });
});

describe("of a member", () => {
  const entries = log(
    [ADA, join("ada")],
    [BOB, join("bob")],
    [ADA, { type: "recording.set", on: true }],
    ...stroke(ADA, 0).map((signal) => [ADA, signal] as const),
    [BOB, rectangle(BOB, 0)],
    [ADA, { type: "shapes.move", ids: [shapeId(BOB, 0)], dx: 5, dy: 0 }],
    [BOB, rectangle(ADA, 7)],
  );

  test("nothing stays: no profile, no drawing, no shape brought back by another", () => {
    const redactor = new Redactor({ member: ADA });
    const board = reduce(
      EMPTY_BOARD,
      entries.map((entry) => redactor.entry(entry)),
    );
    expect(Object.keys(board.members)).toEqual([String(BOB)]);
    expect([...shapesOf(board)]).toMatchObject([{ id: shapeId(BOB, 0), x: 0 }]);
    expect(board.isRecording).toBe(true);
  });

  test("on a board that stands after a pause, what it made is taken off, and what it changed is as before", () => {
    const redactor = new Redactor({ member: ADA });
    const before = reduce(
      EMPTY_BOARD,
      entries.map((entry) => redactor.entry(entry)),
    );
    const found = reduce(reduce(EMPTY_BOARD, entries), [
      { ...entries[0]!, seq: 99 as Seq, by: BOB, signal: rectangle(BOB, 5) },
    ]);
    const board = redactor.board(thaw(found) as never, before);
    expect([...shapesOf(board)].map(({ id, x }) => [id, x])).toEqual([
      [shapeId(BOB, 0), 0],
      [shapeId(BOB, 5), 50],
    ]);
    expect(Object.keys(board.members)).toEqual([String(BOB)]);
    expect(board.seq).toBe(99);
  });
});
