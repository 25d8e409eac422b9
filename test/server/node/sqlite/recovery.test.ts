import path from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { afterEach, describe, expect, test } from "vitest";
import { EMPTY_BOARD } from "../../../../src/board/board.js";
import { plainBoard } from "../../../../src/board/plain.js";
import { reduce } from "../../../../src/board/reduce.js";
import { virtualClock } from "../../../../src/clock/virtual.js";
import { Room } from "../../../../src/room/room.js";
import { sqliteStore } from "../../../../src/server/node/sqlite/store.js";
import type { Entry } from "../../../../src/signal/entry.js";
import { ROOM_MEMBER, roomId, type ClientId, type Seq } from "../../../../src/signal/ids.js";
import type { Signal } from "../../../../src/signal/signal.js";
import { decodeKeyframe } from "../../../../src/tape/keyframe.js";
import { encodeKeyframe } from "../../../../src/tape/encode-keyframe.js";
import { sealBlock } from "../../../../src/tape/seal.js";
import { drafts, marker, rectangle } from "../../../../src/testing/samples.js";
import { Folders } from "./folder.js";

const ROOM = roomId("room");
const ON: Signal = { type: "recording.set", on: true };
const folders = new Folders();
afterEach(() => folders.remove());

/** Fills a store with what `fill` does, spoils its closed file by SQL, and opens it again. */
async function spoilt(fill: (log: Awaited<ReturnType<typeof open>>) => Promise<void>, sql: string) {
  const folder = await folders.make();
  const before = await open(folder);
  await fill(before);
  await before.store.close();
  const file = new DatabaseSync(path.join(folder, "inktape.db"));
  file.exec(sql);
  file.close();
  return open(folder);
}

async function open(folder: string) {
  const notes: string[] = [];
  const clock = virtualClock(1_700_000_000_000);
  const store = sqliteStore({ folder, clock, note: (note) => notes.push(note) });
  const log = await store.open(ROOM);
  /** Says something that gets a row of its own. */
  const say = async (...signals: readonly Signal[]) => {
    const entries = await log.append(drafts(ROOM_MEMBER, 0, signals));
    await log.check();
    return entries;
  };
  const heard = (after = 0) => {
    const entries: Entry[] = [];
    log.follow(after as Seq, (more) => entries.push(...more))();
    return entries;
  };
  return { store, clock, log, notes, say, heard };
}

/** A shape of member 1 at its own place. */
const shape = (count: number) => rectangle(1 as never, count);
const flip = (table: string, where: string, column = "bytes") =>
  `UPDATE ${table} SET ${column} = CAST(${column} || x'00' AS BLOB) WHERE ${where}`;

describe("a torn end", () => {
  test("is cut off with a note, and the room goes on before it", async () => {
    const { log, notes, say, heard, store } = await spoilt(
      async (before) => {
        await before.say(ON, shape(0));
        await before.say(shape(1), shape(2));
        await before.say(shape(3));
      },
      flip("raw", "first = 3"),
    );
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain('The room "room" had a torn end: its entries 3 to 5 were damaged');
    expect(heard().map(({ seq }) => seq)).toEqual([1, 2]);
    const [next] = await say(shape(9));
    expect(next?.seq).toBe(3);
    expect((await log.tape().timeline()).blocks.map(({ first, last }) => [first, last])).toEqual([[1, 3]]);
    await store.close();
  });

  test("is cut back to the keyframe that stands before it", async () => {
    const { log, say, store } = await spoilt(
      async (before) => {
        const entries = await before.say(ON, shape(0));
        await before.log.seal(sealBlock(entries, { before: EMPTY_BOARD }));
        const board = reduce(EMPTY_BOARD, entries);
        await before.log.keep({ seq: board.seq, at: board.at, bytes: encodeKeyframe(board) });
        await before.say(shape(1));
      },
      flip("raw", "first = 3"),
    );
    const recovery = await log.recover();
    expect([recovery.keyframe?.seq, recovery.tail, recovery.head, recovery.sealed]).toEqual([2, [], 2, 2]);
    const [next] = await say(marker("on the tape"));
    expect(next?.seq).toBe(3);
    expect((await log.tape().timeline()).markers.map(({ label }) => label)).toEqual(["on the tape"]);
    await store.close();
  });

  test("gives those whose words it took their numbers back, and nobody else", async () => {
    const [ada, bob, cy] = ["ada", "bob", "cy"] as ClientId[] as [ClientId, ClientId, ClientId];
    const { log, store } = await spoilt(
      async (before) => {
        const said = async (client: ClientId, first: number, count: number) => {
          const { member } = await before.log.enrol(client);
          const signals = Array.from({ length: count }, (_, index) => shape(10 * member + first + index));
          return before.log.append(drafts(member, first, signals));
        };
        const entries = [...(await before.say(ON)), ...(await said(ada, 1, 3)), ...(await said(bob, 1, 2))];
        await before.log.seal(sealBlock(entries, { before: EMPTY_BOARD }));
        await said(ada, 4, 1);
        await before.log.check();
        await Promise.all([said(ada, 5, 2), said(cy, 1, 2)]);
      },
      flip("raw", "last = 11"),
    );
    const numbers = await Promise.all([ada, bob, cy].map((client) => log.enrol(client)));
    expect(numbers.map(({ clientSeq }) => clientSeq)).toEqual([4, 2, 0]);
    await store.close();
  });

  test("that took the end of a recording with it leaves the room recording", async () => {
    const { say, log, store } = await spoilt(
      async (before) => {
        await before.say(ON, shape(0));
        await before.say({ type: "recording.set", on: false });
      },
      flip("raw", "first = 3"),
    );
    await say(marker("recorded"));
    expect((await log.tape().timeline()).markers).toHaveLength(1);
    await store.close();
  });

  test("is found in nothing that is sound", async () => {
    const { notes, heard, store } = await spoilt(async (before) => {
      await before.say(ON, shape(0));
      await before.say(shape(1));
    }, "SELECT 1");
    expect(notes).toEqual([]);
    expect(heard()).toHaveLength(3);
    await store.close();
  });
});

describe("other damage", () => {
  test("of the newest keyframe: the one before it is taken, and the board is the same", async () => {
    const all: Entry[] = [];
    const { log, notes, store } = await spoilt(
      async (before) => {
        for (const count of [0, 1]) {
          const entries = await before.say(ON, shape(count));
          all.push(...entries);
          await before.log.seal(sealBlock(entries, { before: reduce(EMPTY_BOARD, all.slice(0, -entries.length)) }));
          const board = reduce(EMPTY_BOARD, all);
          await before.log.keep({ seq: board.seq, at: board.at, bytes: encodeKeyframe(board) });
        }
        all.push(...(await before.say(shape(2))));
      },
      flip("keyframe", "seq = 4"),
    );
    const { keyframe, tail } = await log.recover();
    expect(keyframe?.seq).toBe(2);
    const board = reduce(keyframe ? decodeKeyframe(keyframe.bytes) : EMPTY_BOARD, tail);
    expect(plainBoard(board)).toEqual(plainBoard(reduce(EMPTY_BOARD, all)));
    expect(notes).toEqual([expect.stringContaining("The keyframe at entry 4 of the room")]);
    await store.close();
  });

  test("of the newest block: the room opens with what is left, and goes on behind it", async () => {
    const { log, clock, notes, say, store } = await spoilt(
      async (before) => {
        const first = await before.say(ON, shape(0));
        await before.log.seal(sealBlock(first, { before: EMPTY_BOARD }));
        const second = await before.say(shape(1), shape(2));
        await before.log.seal(sealBlock(second, { before: reduce(EMPTY_BOARD, first) }));
      },
      flip("block", "first = 3", "document"),
    );
    const failures: unknown[] = [];
    const fail = (error: unknown) => failures.push(error);
    const events = { idle: () => undefined, unsealed: fail, suspended: fail, failed: fail };
    const room = await Room.open(log, clock, events);
    expect(room.board.seq).toBe(4);
    expect(notes.length).toBeGreaterThan(0);
    await say(shape(3));
    expect(room.board.seq).toBe(5);
    expect(failures).toEqual([]);
    room.close();
    await store.close();
  });
});
