import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { EMPTY_BOARD, type Board } from "../board/board.js";
import { plainBoard } from "../board/plain.js";
import { reduce } from "../board/reduce.js";
import type { VirtualClock } from "../clock/virtual.js";
import type { RoomLog, RoomStore, StoredKeyframe } from "../room/room-log.js";
import type { Entry } from "../signal/entry.js";
import { BEFORE_FIRST, ROOM_MEMBER, roomId, type ClientId, type MemberId, type Seq } from "../signal/ids.js";
import type { Signal } from "../signal/signal.js";
import { decodeBlock } from "../tape/block.js";
import { decodeKeyframe, encodeKeyframe } from "../tape/keyframe.js";
import { sealBlock } from "../tape/seal.js";
import type { TapeSource } from "../tape/tape-source.js";
import { cursor, drafts, marker, rectangle, stroke } from "./samples.js";

/** A store of logs with no rooms in it, on a clock that stands still until it is moved. */
export interface StoreUnderTest {
  readonly store: RoomStore;
  readonly clock: VirtualClock;
  /**
   * The store as it is found after an abrupt end: what was acknowledged is there, what was held in the process only is
   * gone. The old store is not used any more.
   */
  reopen(): Promise<RoomStore>;
  close(): Promise<void>;
}

const ROOM = roomId("room");
const RECORD: Signal = { type: "recording.set", on: true };
const STOP: Signal = { type: "recording.set", on: false };

/**
 * What every room log and its store do, as a vitest suite. Call it at the top of a test file.
 *
 * @param name the log's name, for the titles.
 * @param make makes a store for one test.
 */
export function roomLogContract(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(`room log contract: ${name}`, () => {
    let under: StoreUnderTest;
    let log: RoomLog;
    let ada: MemberId;

    beforeEach(async () => {
      under = await make();
      log = await under.store.open(ROOM);
      ada = (await log.enrol("ada" as ClientId)).member;
    });
    afterEach(() => under.close());

    /** The log after an abrupt end. */
    const reopened = async () => (await under.reopen()).open(ROOM);
    const say = (...signals: readonly Signal[]) => log.append(drafts(ada, 0, signals));

    describe("enrolling", () => {
      test("numbers clients from 1, each always the same", async () => {
        const bob = await log.enrol("bob" as ClientId);
        expect([ada, bob.member]).toEqual([1, 2]);
        expect((await log.enrol("ada" as ClientId)).member).toBe(1);
        const again = await reopened();
        expect((await again.enrol("bob" as ClientId)).member).toBe(2);
        expect((await again.enrol("cy" as ClientId)).member).toBe(3);
      });

      test("tells how far a client's own count has got", async () => {
        expect(await log.enrol("ada" as ClientId)).toEqual({ member: ada, clientSeq: 0 });
        await log.append(drafts(ada, 1, [marker("a"), marker("b")]));
        expect(await log.enrol("ada" as ClientId)).toEqual({ member: ada, clientSeq: 2 });
        expect(await (await reopened()).enrol("ada" as ClientId)).toEqual({ member: ada, clientSeq: 2 });
      });
    });

    describe("appending", () => {
      test("gives places from 1 without gaps, and the clock's whole milliseconds", async () => {
        const start = under.clock.now();
        const first = await say(marker("a"), marker("b"));
        under.clock.advance(12.75);
        const second = await say(marker("c"));
        expect([...first, ...second]).toEqual([
          { seq: 1, at: start, by: ada, clientSeq: 0, signal: marker("a") },
          { seq: 2, at: start, by: ada, clientSeq: 0, signal: marker("b") },
          { seq: 3, at: start + 12, by: ada, clientSeq: 0, signal: marker("c") },
        ]);
      });

      test("goes on after the last place when it is opened again", async () => {
        await say(marker("a"), marker("b"));
        const again = await reopened();
        const [entry] = await again.append(drafts(ada, 0, [marker("c")]));
        expect(entry?.seq).toBe(3);
      });

      test("keeps the order in which batches are given, without waiting in between", async () => {
        const batches = Array.from({ length: 20 }, (_, index) =>
          log.append(drafts(ada, index + 1, [marker(`${index}`)])),
        );
        const entries = (await Promise.all(batches)).flat();
        expect(entries.map(({ seq, clientSeq }) => [seq, clientSeq])).toEqual(
          Array.from({ length: 20 }, (_, index) => [index + 1, index + 1]),
        );
      });

      test("leaves out what is there already, by author and number", async () => {
        await log.append(drafts(ada, 1, [marker("a"), marker("b")]));
        const bob = (await log.enrol("bob" as ClientId)).member;
        const again = await log.append([
          ...drafts(ada, 2, [marker("b"), marker("c")]),
          ...drafts(bob, 1, [marker("d")]),
        ]);
        expect(again.map(({ seq, by, signal }) => [seq, by, signal])).toEqual([
          [3, ada, marker("c")],
          [4, bob, marker("d")],
        ]);
        expect(await log.append(drafts(ada, 1, [marker("a")]))).toEqual([]);
      });

      test("leaves out what is there already after an abrupt end too", async () => {
        await log.append(drafts(ada, 1, [marker("a"), marker("b")]));
        const again = await reopened();
        const entries = await again.append(drafts(ada, 1, [marker("a"), marker("b"), marker("c")]));
        expect(entries.map(({ seq, clientSeq }) => [seq, clientSeq])).toEqual([[3, 3]]);
      });

      test("leaves out a repeat within one batch, and between batches on their way", async () => {
        const [first, second] = await Promise.all([
          log.append([...drafts(ada, 1, [marker("a")]), ...drafts(ada, 1, [marker("a")])]),
          log.append(drafts(ada, 1, [marker("a"), marker("b")])),
        ]);
        expect([...first, ...second].map(({ clientSeq }) => clientSeq)).toEqual([1, 2]);
      });

      test("never leaves out what has no number", async () => {
        const room = drafts(ROOM_MEMBER, 0, [marker("a"), marker("a")]);
        expect(await log.append(room)).toHaveLength(2);
        expect(await log.append(room)).toHaveLength(2);
      });

      test("refuses an author who was never enrolled, with the whole batch and no other", async () => {
        const stranger = (ada + 7) as MemberId;
        const [good, bad] = await Promise.allSettled([
          log.append(drafts(ada, 1, [marker("a")])),
          log.append([...drafts(ada, 2, [marker("b")]), ...drafts(stranger, 1, [marker("c")])]),
        ]);
        expect(good).toMatchObject({ status: "fulfilled" });
        expect(bad).toMatchObject({ status: "rejected", reason: { code: "bad-argument" } });
        expect((await allEntries(log)).map(({ signal }) => signal)).toEqual([marker("a")]);
        expect(await log.append(drafts(ada, 2, [marker("b")]))).toHaveLength(1);
      });

      test("carries every kind of signal unharmed", async () => {
        const signals: readonly Signal[] = [
          ...stroke(ada, 0),
          rectangle(ada, 1),
          cursor(-3.25),
          { type: "state.set", key: "k", value: { deep: [1, null, "ü"] } },
          { type: "unknown", code: 4000, bytes: Uint8Array.of(1, 2, 3) },
        ];
        const entries = await say(...signals);
        expect(entries.map(({ signal }) => signal)).toEqual(signals);
        expect(await allEntries(await reopened())).toEqual(entries);
      });
    });

    describe("following", () => {
      test("hears what was there before, then what comes, each once and in order", async () => {
        await say(marker("a"), marker("b"));
        const heard: Entry[] = [];
        log.follow(1 as Seq, (entries) => heard.push(...entries));
        await say(marker("c"));
        await Promise.all([say(marker("d")), say(marker("e"))]);
        expect(heard.map(({ seq }) => seq)).toEqual([2, 3, 4, 5]);
      });

      test("hears of a batch before its append resolves", async () => {
        const order: string[] = [];
        log.follow(BEFORE_FIRST, () => order.push("followed"));
        await say(marker("a")).then(() => order.push("resolved"));
        expect(order).toEqual(["followed", "resolved"]);
      });

      test("hears nothing from inside append", async () => {
        let isInside = true;
        const heardInside: boolean[] = [];
        log.follow(BEFORE_FIRST, () => heardInside.push(isInside));
        const appended = say(marker("a"));
        isInside = false;
        await appended;
        expect(heardInside).toEqual([false]);
      });

      test("hears nothing more once it has stopped", async () => {
        const heard: Entry[] = [];
        const stop = log.follow(BEFORE_FIRST, (entries) => heard.push(...entries));
        await say(marker("a"));
        stop();
        await say(marker("b"));
        expect(heard).toHaveLength(1);
      });
    });

    describe("recovering", () => {
      test("has nothing of a new room", async () => {
        const empty = await under.store.open(roomId("empty"));
        expect(await empty.recover()).toEqual({ keyframe: null, tail: [], head: 0, sealed: 0, lastMember: 0 });
        await empty.close();
      });

      test("gives the newest keyframe and every entry after it", async () => {
        const entries = await say(RECORD, ...stroke(ada, 0), rectangle(ada, 1));
        const [early, late] = [keyframeAfter(entries.slice(0, 2)), keyframeAfter(entries.slice(0, 4))];
        await log.keep(early);
        await log.keep(late);
        const { keyframe, tail, head, sealed, lastMember } = await (await reopened()).recover();
        expect(keyframe).toEqual(late);
        expect(tail).toEqual(entries.slice(4));
        expect([head, sealed, lastMember]).toEqual([6, 0, ada]);
      });

      test("gives the same board, sealed or not", async () => {
        const entries = await say(RECORD, ...stroke(ada, 0), rectangle(ada, 1), cursor(5));
        await log.keep(keyframeAfter(entries.slice(0, 3)));
        await log.seal(sealBlock(entries.slice(0, 5)));
        const recovery = await (await reopened()).recover();
        expect(recovery.sealed).toBe(5);
        const start = recovery.keyframe ? decodeKeyframe(recovery.keyframe.bytes) : EMPTY_BOARD;
        expect(plainBoard(reduce(start, recovery.tail))).toEqual(plainBoard(reduce(EMPTY_BOARD, entries)));
      });
    });

    describe("the tape", () => {
      test("has the unsealed end, cut into blocks that can be fetched", async () => {
        const entries = await say(RECORD, ...stroke(ada, 0), marker("here"));
        const tape = log.tape();
        const timeline = await tape.timeline();
        expect(timeline).toMatchObject({ room: ROOM, created: log.created, isLive: false, now: under.clock.now() });
        expect(timeline.markers.map(({ label, seq }) => [label, seq])).toEqual([["here", 6]]);
        expect(await tapeEntries(tape)).toEqual(entries);
      });

      test("serves a sealed block as it was stored, and nothing twice", async () => {
        const entries = await say(RECORD, ...stroke(ada, 0), marker("a"), marker("b"));
        const block = sealBlock(entries.slice(0, 4));
        await log.seal(block);
        const tape = (await reopened()).tape();
        expect(await tape.block(block.info)).toEqual(block.bytes);
        const { first, last, from, to, bytes } = block.info;
        expect((await tape.timeline()).blocks[0]).toEqual({ first, last, from, to, bytes });
        expect(await tapeEntries(tape)).toEqual(entries);
      });

      test("serves any run of recorded entries, over the edges of blocks", async () => {
        const entries = await say(RECORD, ...stroke(ada, 0), ...stroke(ada, 1), marker("z"));
        await log.seal(sealBlock(entries.slice(0, 3)));
        await log.seal(sealBlock(entries.slice(3, 7)));
        const tape = log.tape();
        for (const [first, last] of [
          [1, 10],
          [2, 2],
          [3, 4],
          [4, 7],
          [6, 9],
        ] as const) {
          const ref = { first: first as Seq, last: last as Seq };
          expect(decodeBlock(await tape.block(ref))).toEqual(entries.slice(first - 1, last));
        }
      });

      test("rejects a run that is not whole with not-found", async () => {
        await say(RECORD, marker("a"));
        const tape = log.tape();
        for (const [first, last] of [
          [1, 3],
          [5, 6],
          [2, 1],
          [1, 1_000_000],
        ] as const) {
          await expect(tape.block({ first: first as Seq, last: last as Seq })).rejects.toMatchObject({
            code: "not-found",
          });
        }
      });

      test("has its keyframes, and none that was not kept", async () => {
        const entries = await say(RECORD, ...stroke(ada, 0));
        const keyframe = keyframeAfter(entries);
        await log.keep(keyframe);
        const tape = (await reopened()).tape();
        const { seq, at, bytes } = keyframe;
        expect((await tape.timeline()).keyframes).toEqual([{ seq, at, bytes: bytes.length }]);
        expect(await tape.keyframe({ seq })).toEqual(bytes);
        await expect(tape.keyframe({ seq: 1 as Seq })).rejects.toMatchObject({ code: "not-found" });
      });

      test("gives the index of a stretch of time, from the keyframe before it", async () => {
        const start = under.clock.now();
        const early = await say(RECORD, ...stroke(ada, 0));
        await log.seal(sealBlock(early));
        await log.keep(keyframeAfter(early));
        under.clock.advance(1000);
        const middle = await say(...stroke(ada, 1));
        await log.seal(sealBlock(middle));
        await log.keep(keyframeAfter([...early, ...middle]));
        under.clock.advance(1000);
        await say(...stroke(ada, 2));
        const tape = log.tape();
        const range = (from: number, to: number) =>
          tape.timeline({ from: (start + from) as never, to: (start + to) as never });

        const part = await range(500, 1500);
        expect(part.keyframes.map(({ seq }) => seq)).toEqual([5, 9]);
        expect(part.blocks.map(({ first, last }) => [first, last])).toEqual([[6, 9]]);
        expect((await range(0, 500)).blocks.map(({ first }) => first)).toContain(1);
        expect((await range(1500, 9000)).blocks.map(({ first }) => first)).toEqual([10]);
      });
    });

    describe("recording", () => {
      test("keeps what is not recorded off the tape", async () => {
        await say(marker("before"), rectangle(ada, 0));
        const tape = log.tape();
        expect((await tape.timeline()).blocks).toEqual([]);
        await expect(tape.block({ first: 1 as Seq, last: 2 as Seq })).rejects.toMatchObject({ code: "not-found" });
      });

      test("has on the tape what lies between the words that start and stop it, and those", async () => {
        const before = await say(marker("before"), rectangle(ada, 0));
        await log.keep(keyframeAfter(before));
        await say(RECORD, marker("on"), STOP, marker("off"));
        const seqs = (await tapeEntries((await reopened()).tape())).map(({ seq }) => seq);
        expect(seqs).toEqual([3, 4, 5]);
      });

      test("shows a recording that starts late only once it stands on a keyframe", async () => {
        const before = await say(marker("before"), rectangle(ada, 0));
        await say(RECORD, marker("on"));
        const tape = log.tape();
        expect((await tape.timeline()).blocks).toEqual([]);
        await log.keep(keyframeAfter(before));
        expect((await tape.timeline()).blocks.map(({ first, last }) => [first, last])).toEqual([[3, 4]]);
      });

      test("forgets what is not recorded, and keeps the board", async () => {
        const entries = await say(...stroke(ada, 0), rectangle(ada, 1), marker("later"));
        const keyframe = keyframeAfter(entries.slice(0, 5));
        await log.forget(keyframe);
        expect(() => log.follow(BEFORE_FIRST, () => undefined)).toThrow(expect.objectContaining({ code: "not-found" }));
        const again = await reopened();
        const recovery = await again.recover();
        expect(recovery.keyframe).toEqual(keyframe);
        expect(recovery.tail).toEqual(entries.slice(5));
        const timeline = await again.tape().timeline();
        expect([timeline.blocks, timeline.keyframes]).toEqual([[], []]);
        await expect(again.tape().keyframe(keyframe)).rejects.toMatchObject({ code: "not-found" });
      });

      test("forgets nothing of what is recorded", async () => {
        const first = await say(RECORD, marker("on"), STOP);
        const then = await say(marker("off"), marker("off"));
        await log.seal(sealBlock(first));
        await log.forget(keyframeAfter([...first, ...then]));
        expect(await tapeEntries((await reopened()).tape())).toEqual(first);
      });

      test("keeps a keyframe on the tape when the same one is to be forgotten for", async () => {
        const entries = await say(marker("before"));
        const keyframe = keyframeAfter(entries);
        await log.keep(keyframe);
        await log.forget(keyframe);
        expect((await log.tape().timeline()).keyframes.map(({ seq }) => seq)).toEqual([1]);
      });
    });

    describe("the store", () => {
      test("lists its rooms, the newest activity first, with their size", async () => {
        under.clock.advance(10);
        await say(RECORD, ...stroke(ada, 0));
        under.clock.advance(10);
        const other = await under.store.open(roomId("other"));
        await other.append(drafts(ROOM_MEMBER, 0, [marker("a")]));
        const store = await under.reopen();
        const [newest, oldest] = await store.list();
        expect(newest).toMatchObject({ room: "other", entries: 1, isRecorded: false, lastAt: under.clock.now() });
        expect(oldest).toMatchObject({ room: ROOM, created: log.created, entries: 5, isRecorded: true });
        expect(newest?.bytes).toBeGreaterThan(0);
        expect(oldest?.bytes).toBeGreaterThan(newest?.bytes ?? 0);
      });

      test("gives the tape of a room without opening it, and null for one that never was", async () => {
        const entries = await say(RECORD, marker("a"));
        const store = await under.reopen();
        const tape = await store.tape(ROOM);
        expect(tape && (await tapeEntries(tape))).toEqual(entries);
        expect(await store.tape(roomId("never"))).toBeNull();
        expect((await store.list()).map(({ room }) => room)).toEqual([ROOM]);
      });

      test("keeps rooms apart", async () => {
        const other = await under.store.open(roomId("other"));
        await other.enrol("bob" as ClientId);
        const bob = (await other.enrol("ada" as ClientId)).member;
        expect(bob).toBe(2);
        await Promise.all([say(marker("one")), other.append(drafts(bob, 1, [marker("two")]))]);
        expect((await allEntries(log)).map(({ seq, signal }) => [seq, signal])).toEqual([[1, marker("one")]]);
        expect((await allEntries(other)).map(({ seq, signal }) => [seq, signal])).toEqual([[1, marker("two")]]);
      });
    });

    describe("closing", () => {
      test("does first what was asked for before, then nothing more", async () => {
        const heard: Entry[] = [];
        log.follow(BEFORE_FIRST, (entries) => heard.push(...entries));
        const last = say(marker("last"));
        await log.close();
        expect(await last).toHaveLength(1);
        expect(heard).toHaveLength(1);
        await expect(say(marker("too late"))).rejects.toMatchObject({ code: "log-failed" });
        const again = await under.store.open(ROOM);
        expect((await allEntries(again)).map(({ signal }) => signal)).toEqual([marker("last")]);
      });
    });
  });
}

function boardAfter(entries: readonly Entry[]): Board {
  return reduce(EMPTY_BOARD, entries);
}

function keyframeAfter(entries: readonly Entry[]): StoredKeyframe {
  const board = boardAfter(entries);
  return { seq: board.seq, at: board.at, bytes: encodeKeyframe(board) };
}

/** All entries that a log still has. */
async function allEntries(log: RoomLog): Promise<readonly Entry[]> {
  const { head } = await log.recover();
  if (head === 0) return [];
  return new Promise((resolve) => {
    const heard: Entry[] = [];
    log.follow(BEFORE_FIRST, (entries) => {
      heard.push(...entries);
      if (heard.at(-1)?.seq === head) resolve(heard);
    });
  });
}

/** All entries of a tape, block by block as its timeline names them. */
async function tapeEntries(tape: TapeSource): Promise<readonly Entry[]> {
  const { blocks } = await tape.timeline();
  return (await Promise.all(blocks.map((ref) => tape.block(ref)))).flatMap(decodeBlock);
}
