import path from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { afterEach, describe, expect, test } from "vitest";
import { EMPTY_BOARD } from "../../../../src/board/board.js";
import { virtualClock } from "../../../../src/clock/virtual.js";
import { openStoreFile } from "../../../../src/server/node/sqlite/database.js";
import { GroupCommit } from "../../../../src/server/node/sqlite/group-commit.js";
import { journalContent } from "../../../../src/server/node/sqlite/journal-content.js";
import { Journal } from "../../../../src/server/node/sqlite/journal.js";
import { SqliteLog } from "../../../../src/server/node/sqlite/log.js";
import { sqliteStore } from "../../../../src/server/node/sqlite/store.js";
import { tables } from "../../../../src/server/node/sqlite/tables.js";
import type { Entry } from "../../../../src/signal/entry.js";
import { ROOM_MEMBER, roomId, type ClientId, type Seq } from "../../../../src/signal/ids.js";
import type { Signal } from "../../../../src/signal/signal.js";
import { sealBlock } from "../../../../src/tape/seal.js";
import { allEntries, keyframeAfter, tapeEntries } from "../../../../src/testing/room-log/log-bench.js";
import { drafts, marker } from "../../../../src/testing/samples.js";
import { Folders } from "./folder.js";

const [ONE, TWO] = [roomId("one"), roomId("two")];
const ON: Signal = { type: "recording.set", on: true };
const folders = new Folders();
const stores: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  await folders.remove();
});

async function opened(folder?: string) {
  const at = folder ?? (await folders.make());
  const notes: string[] = [];
  const store = sqliteStore({ folder: at, clock: virtualClock(1000), note: (note) => notes.push(note) });
  stores.push(store);
  const room = async (name = ONE) => {
    const log = await store.open(name);
    const say = (...signals: readonly Signal[]) => log.append(drafts(ROOM_MEMBER, 0, signals));
    const labels = async () => (await allEntries(log)).flatMap(({ signal }) => ("label" in signal ? signal.label : []));
    return { log, say, labels };
  };
  return { folder: at, store, notes, room };
}

/** The rows of a table of the store in a folder that may be open. */
function rows(folder: string, table: string): number {
  const db = new DatabaseSync(path.join(folder, "inktape.db"), { readOnly: true });
  const row: { count?: number } | undefined = db.prepare(`SELECT COUNT(*) AS count FROM ${table}`).get();
  db.close();
  return row?.count ?? 0;
}

/** The slots of a copy of the store, as what they are changed to. */
async function spoilt(folder: string, spoil: (bytes: Uint8Array, id: number) => Uint8Array): Promise<string> {
  const copy = await folders.copy(folder);
  const db = new DatabaseSync(path.join(copy, "inktape.db"));
  const slots = db.prepare("SELECT id, bytes FROM journal ORDER BY id").all() as { id: number; bytes: Uint8Array }[];
  const put = db.prepare("UPDATE journal SET bytes = ? WHERE id = ?");
  for (const { id, bytes } of slots) put.run(spoil(bytes, id), id);
  db.close();
  return copy;
}

/** Some two hundred bytes. */
const long = (text: string) => marker(`${text} ${"and so on ".repeat(19)}`);

describe("what rooms append", () => {
  test("stands side by side in one page, until something else is done with a room", async () => {
    const { folder, room } = await opened();
    const [one, two] = [await room(ONE), await room(TWO)];
    await Promise.all([one.say(marker("a")), two.say(marker("b"))]);
    await one.say(marker("c"));
    expect([rows(folder, "journal"), rows(folder, "raw")]).toEqual([1, 0]);
    await one.log.check();
    expect([rows(folder, "journal"), rows(folder, "raw")]).toEqual([1, 1]);
  });

  test("is there after a sudden end, in order, with everyone's numbers", async () => {
    const { folder, room } = await opened();
    const { log } = await room();
    const { member } = await log.enrol("ada" as ClientId);
    for (let count = 1; count <= 20; count++) await log.append(drafts(member, count, [long(`${count}`)]));
    expect(rows(folder, "journal")).toBeGreaterThan(3);
    const again = await opened(await folders.copy(folder));
    expect((await again.store.find(ONE))?.entries).toBe(20);
    const found = await again.room();
    expect(await allEntries(found.log)).toEqual(await allEntries(log));
    expect(await found.log.enrol("ada" as ClientId)).toEqual({ member, clientSeq: 20 });
    expect(again.notes).toEqual([]);
  });

  test("never comes into the room's rows when a block is sealed of it", async () => {
    const { folder, room } = await opened();
    const { log, say, labels } = await room();
    const entries = [...(await say(ON, marker("a"))), ...(await say(marker("b")))];
    await say(marker("c"));
    await log.seal(sealBlock(entries, { before: EMPTY_BOARD }));
    const db = new DatabaseSync(path.join(folder, "inktape.db"), { readOnly: true });
    expect(db.prepare("SELECT first, last FROM raw").all()).toEqual([{ first: 4, last: 4 }]);
    db.close();
    expect(await labels()).toEqual(["a", "b", "c"]);
    expect(await (await (await opened(await folders.copy(folder))).room()).labels()).toEqual(["a", "b", "c"]);
  });

  test("is forgotten when it is not recorded, and what came after is not", async () => {
    const { folder, room } = await opened();
    const { log, say } = await room();
    const entries = await say(marker("a"), marker("b"));
    await say(marker("c"));
    await log.forget(keyframeAfter(entries));
    const again = await (await opened(await folders.copy(folder))).room();
    expect((await again.log.recover()).tail.map(({ signal }) => signal)).toEqual([marker("c")]);
  });

  test("goes into the room's own rows when it is too large for the journal", async () => {
    const { folder, room } = await opened();
    const { say, labels, log } = await room();
    await say(marker("small"));
    await Promise.all([say(...Array.from({ length: 99 }, (_, count) => long(`${count}`))), say(marker("more"))]);
    expect(rows(folder, "raw")).toBe(1);
    await say({ type: "state.set", key: "k", value: "one signal by itself ".repeat(200) }, marker("last"));
    expect(rows(folder, "raw")).toBe(2);
    const before = await allEntries(log);
    expect(before).toHaveLength(103);
    const again = await (await opened(await folders.copy(folder))).room();
    expect(await allEntries(again.log)).toEqual(before);
    expect(await labels()).toContain("last");
  });

  test("leaves the journal with the last room, and with the store", async () => {
    const { folder, room, store } = await opened();
    const [one, two] = [await room(ONE), await room(TWO)];
    await Promise.all([one.say(marker("only once said")), two.say(marker("b"))]);
    await one.log.close();
    expect([rows(folder, "journal"), rows(folder, "raw")]).toEqual([1, 1]);
    await two.log.close();
    expect([rows(folder, "journal"), rows(folder, "raw")]).toEqual([0, 2]);
    await (await room(ONE)).say(marker("c"));
    await store.close();
    expect([rows(folder, "journal"), rows(folder, "raw")]).toEqual([0, 3]);
  });

  test("is nowhere on the disk once its room is gone", async () => {
    const { folder, room, store } = await opened();
    const [one, two] = [await room(ONE), await room(TWO)];
    await Promise.all([one.say(marker("never-to-be-found")), two.say(marker("stays"))]);
    expect(await folders.has(folder, "never-to-be-found")).toBe(true);
    await one.log.close();
    await store.remove(ONE);
    expect(await folders.has(folder, "never-to-be-found")).toBe(false);
    expect(await two.labels()).toEqual(["stays"]);
  });

  test("is listed as it is: the newest activity first, page by page", async () => {
    const clock = virtualClock(1000);
    const store = sqliteStore({ folder: await folders.make(), clock });
    stores.push(store);
    const logs = [];
    for (const name of ["a", "b", "c", "d"]) logs.push(await store.open(roomId(name)));
    for (const index of [2, 0, 3]) {
      clock.advance(10);
      await logs[index]?.append(drafts(ROOM_MEMBER, 0, [ON]));
    }
    const first = await store.list({ limit: 2, after: null });
    const second = await store.list({ limit: 2, after: first[1] ?? null });
    expect([...first, ...second].map(({ room }) => room)).toEqual(["d", "a", "c", "b"]);
    expect(first.map(({ isRecorded, entries, bytes }) => [isRecorded, entries, bytes > 0])).toEqual([
      [true, 1, true],
      [true, 1, true],
    ]);
  });
});

test("the journal stays small: a room that is quiet for long is settled when its slot's turn comes", async () => {
  const folder = await folders.make();
  const file = openStoreFile(folder);
  const statements = tables(file.db);
  const note = () => undefined;
  const journal = new Journal(statements, journalContent(statements, note), 8);
  const commits = new GroupCommit(file.db, journal);
  const parts = { tables: statements, journal, commits, clock: virtualClock(1000), note };
  const [one, two] = [await SqliteLog.open(parts, ONE), await SqliteLog.open(parts, TWO)];
  const say = (log: SqliteLog, text: string) => log.append(drafts(ROOM_MEMBER, 0, [long(text)]));
  const stillWaiting = () => [...journal.unsettled].map(({ id }) => id);
  await say(one, "before");
  let most = 0;
  for (let count = 0; count < 100; count++) {
    await say(two, `${count}`);
    most = Math.max(most, rows(folder, "journal"));
    if (count === 15) await two.check();
    if (count === 15) expect(stillWaiting()).toEqual([1]);
  }
  expect(most).toBe(8);
  expect(stillWaiting()).toEqual([2]);
  const again = await opened(await folders.copy(folder));
  const [first, second] = [await again.room(ONE), await again.room(TWO)];
  expect(await allEntries(first.log)).toEqual(await allEntries(one));
  expect(await allEntries(second.log)).toEqual(await allEntries(two));
  expect((await second.labels()).length).toBe(100);
  commits.close();
  file.close();
});

describe("a damaged journal", () => {
  test("loses what stood at the damage and after it in the same room, wherever the damage is, and goes on", async () => {
    const { folder, room } = await opened();
    const [one, two] = [await room(ONE), await room(TWO)];
    await Promise.all([one.say(marker("a")), two.say(marker("b"))]);
    await one.log.check();
    await Promise.all([one.say(marker("c"), marker("d")), one.say(marker("e"))]);
    const slots = await spoilt(folder, (bytes) => bytes);
    const db = new DatabaseSync(path.join(slots, "inktape.db"), { readOnly: true });
    const [slot] = db.prepare("SELECT bytes FROM journal").all() as { bytes: Uint8Array }[];
    db.close();
    const written = slot?.bytes ?? new Uint8Array();
    const used = written.findLastIndex((byte) => byte !== 0) + 1;
    expect(used).toBeGreaterThan(60);
    for (let at = 0; at <= used; at++) {
      const copy = await spoilt(folder, (bytes) =>
        bytes.map((byte, place) => (place === at ? byte ^ (1 << (at % 8)) : byte)),
      );
      const { notes, room: open, store } = await opened(copy);
      const found = await open(ONE);
      const left = await found.labels();
      expect({ at, left }).toEqual({ at, left: at < used ? ["a"] : left });
      expect({ at, notes: notes.length > 0 }).toEqual({ at, notes: true });
      await found.say(marker("new"));
      const after = await opened(await folders.copy(copy));
      expect({ at, labels: await (await after.room(ONE)).labels(), notes: after.notes }).toEqual({
        at,
        labels: [...left, "new"],
        notes: [],
      });
      await Promise.all([store.close(), after.store.close()]);
    }
  }, 60_000);

  test("of a slot in the middle cuts its rooms there, and no other", async () => {
    const { folder, room } = await opened();
    const [one, two] = [await room(ONE), await room(TWO)];
    await two.say(marker("b"));
    for (const text of ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]) await one.say(long(text));
    const copy = await spoilt(folder, (bytes, id) => (id === 2 ? new Uint8Array(3) : bytes));
    const again = await opened(copy);
    const left = await (await again.room(ONE)).labels();
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(8);
    expect(left.map((label) => label[0])).toEqual(left.map((_, index) => `${index}`));
    expect(await (await again.room(TWO)).labels()).toEqual(["b"]);
    expect(again.notes).toEqual([
      expect.stringContaining("1 of"),
      expect.stringContaining(`The room "one" had a torn end: entries after ${left.length} were damaged`),
    ]);
    expect(await (await again.room(TWO)).log.recover()).toMatchObject({ head: 1 });
  });
});

test("what a transaction could not keep was never there, whatever was done in it", async () => {
  const { folder, room, store } = await opened();
  const { log, say, labels } = await room();
  await say(marker("a"));
  const lock = new DatabaseSync(path.join(folder, "inktape.db"));
  const heard: Entry[] = [];
  log.follow(1 as Seq, (entries) => heard.push(...entries));
  lock.exec("BEGIN IMMEDIATE");
  const lost = await Promise.allSettled([say(marker("lost")), log.check(), say(marker("lost too"))]);
  lock.exec("ROLLBACK");
  lock.close();
  expect(lost.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  expect(heard).toEqual([]);
  expect(await labels()).toEqual(["a"]);
  expect((await say(marker("b"))).map(({ seq }) => seq)).toEqual([2]);
  expect(await labels()).toEqual(["a", "b"]);
  const tape = await store.tape(ONE);
  expect(tape && (await tapeEntries(tape))).toEqual([]);
  expect(await (await (await opened(await folders.copy(folder))).room()).labels()).toEqual(["a", "b"]);
});
