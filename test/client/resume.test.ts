import { expect, test } from "vitest";

import { EMPTY_BOARD } from "../../src/board/board.js";
import { plainBoard } from "../../src/board/plain.js";
import { pendingCount, batchesAfter, emptyOutbox } from "../../src/client/outbox.js";
import { act, cutBatch, predict } from "../../src/client/prediction.js";
import { resume, start } from "../../src/client/resume.js";
import type { Millis } from "../../src/signal/ids.js";
import type { Welcome } from "../../src/signal/protocol.js";
import { encodeKeyframe } from "../../src/tape/encode-keyframe.js";
import { ANNA, BEN, boardAfter } from "../board/log.js";
import { cursor, marker, ready } from "./signals.js";

const board = boardAfter(marker("1"), marker("2"), marker("3"));
const later = boardAfter(marker("1"), marker("2"), marker("3"), marker("4"), marker("5"));
const welcome = (over: Partial<Welcome> = {}): Welcome => ({
  member: ANNA,
  role: "writer",
  clientSeq: 0,
  now: 0 as Millis,
  keyframe: null,
  ...over,
});
/** Anna at entry 3, with her signals 8, 9 and 10 sent and one more waiting. */
const before = act(
  cutBatch(act(predict(ANNA, board, emptyOutbox(7)), ready([marker("8"), cursor(9), marker("10")]))),
  ready([marker("11")]),
);

test("the first welcome brings the board, or says that there is none yet", () => {
  expect(start(welcome({ keyframe: encodeKeyframe(board) })).board).toEqual(board);
  expect(start(welcome()).board).toBe(EMPTY_BOARD);
});

test("a client that the room has known before goes on with its numbers", () => {
  const again = cutBatch(act(start(welcome({ clientSeq: 12 })), ready([marker("a")])));
  expect(batchesAfter(again.outbox, 0)).toEqual([{ first: 13, signals: [marker("a")] }]);
});

test("when the entries follow, everything stays until they acknowledge it", () => {
  const after = resume(before, welcome({ clientSeq: 9 }));
  expect(after).toEqual(before);
});

test("a board in place of the entries has in it what the room has, and no more is pending of that", () => {
  const {
    confirmed,
    outbox,
    board: shown,
  } = resume(before, welcome({ clientSeq: 9, keyframe: encodeKeyframe(later) }));
  expect(plainBoard(confirmed)).toEqual(plainBoard(later));
  expect(batchesAfter(outbox, 0)).toEqual([{ first: 10, signals: [marker("10")] }]);
  expect([pendingCount(outbox), shown.seq]).toEqual([2, 5]);
});

test("one that may only look by now takes its unsent changes back", () => {
  const { outbox, board: shown } = resume(before, welcome({ role: "reader", clientSeq: 7 }));
  expect(pendingCount(outbox)).toBe(0);
  expect(batchesAfter(outbox, 7)[0]?.signals.map(({ type }) => type)).toEqual(["cursor", "cursor", "cursor"]);
  expect(shown.seq).toBe(3);
});

test.each<[string, Partial<Welcome>, string]>([
  ["knows the client by another number", { member: BEN, clientSeq: 9 }, "member 1 and now as member 2"],
  ["has fewer signals than it acknowledged", { clientSeq: 6 }, "acknowledged 7 signals of this client and now has 6"],
  ["sends a board older than the client's", { clientSeq: 7, keyframe: encodeKeyframe(EMPTY_BOARD) }, "entry 3"],
])("a room that %s has lost data, and is not gone on with", (_, over, sentence) => {
  expect(() => resume(before, welcome(over))).toThrow(
    expect.objectContaining({ code: "log-failed", message: expect.stringContaining(sentence) }),
  );
});

test("a room that has more signals of the client than it sent hears from another of its name", () => {
  expect(() => resume(before, welcome({ clientSeq: 11 }))).toThrow(expect.objectContaining({ code: "denied" }));
});

test("a board that cannot be read is an error, not an empty board", () => {
  expect(() => start(welcome({ keyframe: new Uint8Array(20) }))).toThrow(
    expect.objectContaining({ name: "InktapeError" }),
  );
});
