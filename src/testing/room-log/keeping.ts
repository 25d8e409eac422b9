import { describe, expect, test } from "vitest";
import { EMPTY_BOARD } from "../../board/board.js";
import { plainBoard } from "../../board/plain.js";
import { reduce } from "../../board/reduce.js";
import { ROOM_MEMBER, roomId, type ClientId } from "../../signal/ids.js";
import { decodeKeyframe } from "../../tape/keyframe.js";
import { cursor, drafts, marker, rectangle, stroke } from "../samples.js";
import {
  allEntries,
  keyframeAfter,
  RECORD,
  ROOM,
  sealed as sealedBlock,
  tapeEntries,
  type LogBench,
} from "./log-bench.js";

/** What a log and its store have after an end, however abrupt. */
export function describeKeeping(bench: LogBench): void {
  describe("recovering", () => {
    test("has nothing of a new room", async () => {
      const empty = await bench.under.store.open(roomId("empty"));
      expect(await empty.recover()).toEqual({
        keyframe: null,
        tail: [],
        head: 0,
        sealed: 0,
        blocks: [],
        passedBytes: 0,
        lastMember: 0,
      });
      await empty.close();
    });

    test("gives the newest keyframe and every entry after it", async () => {
      const entries = await bench.say(RECORD, ...stroke(bench.ada, 0), rectangle(bench.ada, 1));
      const [early, late] = [keyframeAfter(entries.slice(0, 2)), keyframeAfter(entries.slice(0, 4))];
      await bench.log.keep(early);
      await bench.log.keep(late);
      const { keyframe, tail, head, sealed, lastMember } = await (await bench.reopened()).recover();
      expect(keyframe).toEqual(late);
      expect(tail).toEqual(entries.slice(4));
      expect([head, sealed, lastMember]).toEqual([6, 0, bench.ada]);
    });

    test("gives the same board, sealed or not", async () => {
      const entries = await bench.say(RECORD, ...stroke(bench.ada, 0), rectangle(bench.ada, 1), cursor(5));
      await bench.log.keep(keyframeAfter(entries.slice(0, 3)));
      await bench.log.seal(sealedBlock(entries.slice(0, 5)));
      const recovery = await (await bench.reopened()).recover();
      expect(recovery.sealed).toBe(5);
      const start = recovery.keyframe ? decodeKeyframe(recovery.keyframe.bytes) : EMPTY_BOARD;
      expect(plainBoard(reduce(start, recovery.tail))).toEqual(plainBoard(reduce(EMPTY_BOARD, entries)));
    });
  });

  describe("the store", () => {
    test("lists its rooms, the newest activity first, with their size", async () => {
      bench.under.clock.advance(10);
      await bench.say(RECORD, ...stroke(bench.ada, 0));
      bench.under.clock.advance(10);
      const other = await bench.under.store.open(roomId("other"));
      await other.append(drafts(ROOM_MEMBER, 0, [marker("a")]));
      const store = await bench.under.reopen();
      const [newest, oldest] = await store.list();
      expect(newest).toMatchObject({ room: "other", entries: 1, isRecorded: false, lastAt: bench.under.clock.now() });
      expect(oldest).toMatchObject({ room: ROOM, created: bench.log.created, entries: 5, isRecorded: true });
      expect(newest?.bytes).toBeGreaterThan(0);
      expect(oldest?.bytes).toBeGreaterThan(newest?.bytes ?? 0);
    });

    test("gives the tape of a room without opening it, and null for one that never was", async () => {
      const entries = await bench.say(RECORD, marker("a"));
      const store = await bench.under.reopen();
      const tape = await store.tape(ROOM);
      expect(tape && (await tapeEntries(tape))).toEqual(entries);
      expect(await store.tape(roomId("never"))).toBeNull();
      expect((await store.list()).map(({ room }) => room)).toEqual([ROOM]);
    });

    test("keeps rooms apart", async () => {
      const other = await bench.under.store.open(roomId("other"));
      await other.enrol("bob" as ClientId);
      const bob = (await other.enrol("ada" as ClientId)).member;
      expect(bob).toBe(2);
      await Promise.all([bench.say(marker("one")), other.append(drafts(bob, 1, [marker("two")]))]);
      expect((await allEntries(bench.log)).map(({ seq, signal }) => [seq, signal])).toEqual([[1, marker("one")]]);
      expect((await allEntries(other)).map(({ seq, signal }) => [seq, signal])).toEqual([[1, marker("two")]]);
    });
  });
}
