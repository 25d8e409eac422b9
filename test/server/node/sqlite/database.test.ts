import { copyFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { crc32 } from "node:zlib";
import { DatabaseSync } from "@photostructure/sqlite";
import { afterEach, expect, test } from "vitest";
import { openStoreFile } from "../../../../src/server/node/sqlite/database.js";
import { virtualClock } from "../../../../src/clock/virtual.js";
import { sqliteStore } from "../../../../src/server/node/sqlite/store.js";
import type { Entry } from "../../../../src/signal/entry.js";
import { roomId, type ClientId, type MemberId } from "../../../../src/signal/ids.js";
import { encodeEntries } from "../../../../src/signal/wire/entries.js";
import { drafts, marker } from "../../../../src/testing/samples.js";
import { readRaw } from "../../../../src/server/node/sqlite/raw.js";
import type { RawRow } from "../../../../src/server/node/sqlite/tables.js";
import { Folders } from "./folder.js";

const folders = new Folders();
afterEach(() => folders.remove());

const FAILED = expect.objectContaining({ code: "log-failed" });

test("commits reach stable storage before they are told of: WAL, synchronous FULL", async () => {
  const file = openStoreFile(await folders.make());
  expect(file.db.prepare("PRAGMA journal_mode").get()).toMatchObject({ journal_mode: "wal" });
  expect(file.db.prepare("PRAGMA synchronous").get()).toMatchObject({ synchronous: 2 });
  file.close();
});

test("folders that are not there are made", async () => {
  const file = openStoreFile(path.join(await folders.make(), "deep", "down"));
  expect(file.db.prepare("SELECT COUNT(*) AS rooms FROM room").get()).toMatchObject({ rooms: 0 });
  file.close();
});

test("what is in the file is there when it is opened again", async () => {
  const folder = await folders.make();
  const first = openStoreFile(folder);
  first.db.exec("INSERT INTO room (name, created, head, last_at, is_recording, bytes) VALUES ('a', 0, 0, 0, 0, 0)");
  first.close();
  const second = openStoreFile(folder);
  expect(second.db.prepare("SELECT name FROM room").all()).toMatchObject([{ name: "a" }]);
  second.close();
});

test("the file of a closed store is the whole store, for whoever copies it alone", async () => {
  const folder = await folders.make();
  const { db, close } = openStoreFile(folder);
  db.exec("INSERT INTO room (name, created, head, last_at, is_recording, bytes) VALUES ('a', 0, 0, 0, 0, 0)");
  const unfinished = db.prepare("SELECT name FROM room");
  expect(unfinished.get()).toMatchObject({ name: "a" });
  close();
  const copy = path.join(await folders.make(), "inktape.db");
  await copyFile(path.join(folder, "inktape.db"), copy);
  const alone = new DatabaseSync(copy);
  expect(alone.prepare("SELECT name FROM room").all()).toMatchObject([{ name: "a" }]);
  alone.close();
});

test("a folder that is open already is refused, and free again once it is closed", async () => {
  const folder = await folders.make();
  const first = openStoreFile(folder);
  expect(() => openStoreFile(folder)).toThrow(FAILED);
  expect(() => openStoreFile(folder)).toThrow("is in use by another server");
  first.close();
  openStoreFile(folder).close();
});

test("a file of another version, or of another program, is refused and left as it is", async () => {
  const folder = await folders.make();
  openStoreFile(folder).close();
  const spoil = (sql: string) => {
    const db = new DatabaseSync(path.join(folder, "inktape.db"));
    db.exec(sql);
    db.close();
  };
  spoil("PRAGMA user_version = 99");
  expect(() => openStoreFile(folder)).toThrow(FAILED);
  spoil("PRAGMA user_version = 5; PRAGMA application_id = 7");
  expect(() => openStoreFile(folder)).toThrow(FAILED);
  spoil("PRAGMA application_id = 0x74617065");
  openStoreFile(folder).close();
});

test("a file that is no database is refused, and the folder is free again", async () => {
  const folder = await folders.make();
  const file = path.join(folder, "inktape.db");
  await writeFile(file, "not a database at all, and long enough to be looked at. ".repeat(99));
  for (let time = 0; time < 2; time++) {
    expect(() => openStoreFile(folder)).toThrow(
      expect.objectContaining({ message: expect.stringContaining("not a database") }),
    );
  }
});

test("a store of version 2 is taken over, with its rooms", async () => {
  const folder = await folders.make();
  const file = path.join(folder, "inktape.db");
  const old = new DatabaseSync(file);
  old.exec(VERSION_2);
  old.exec("INSERT INTO room VALUES (7, 'a', 1000, 5, 2000, 1, 99)");
  old.exec("INSERT INTO client VALUES (7, 'ada', 1, 4)");
  old.close();
  const taken = openStoreFile(folder);
  expect(taken.db.prepare("SELECT * FROM room").all()).toEqual([
    {
      id: 7,
      name: "a",
      created: 1000,
      head: 5,
      last_at: 2000,
      is_recording: 1,
      is_closed: 0,
      edition: 1000,
      bytes: 99,
    },
  ]);
  expect(taken.db.prepare("SELECT * FROM client").all()).toHaveLength(1);
  expect(taken.db.prepare("PRAGMA user_version").get()).toEqual({ user_version: 5 });
  expect(taken.db.prepare("SELECT COUNT(*) AS count FROM asset").get()).toEqual({ count: 0 });
  taken.close();
  openStoreFile(folder).close();
});

test("a store of version 3 is taken over, and its rooms go on", async () => {
  const folder = await folders.make();
  const old = new DatabaseSync(path.join(folder, "inktape.db"));
  old.exec(VERSION_3);
  old.exec("INSERT INTO room VALUES (7, 'a', 1000, 2, 2000, 1, 0, 1000, 99)");
  old.exec("INSERT INTO client VALUES (7, 'ada', 1, 2)");
  const add = old.prepare("INSERT INTO raw VALUES (7, ?, ?, 1, ?, ?)");
  const entries = [
    { seq: 1, at: 1000, by: 1, clientSeq: 1, signal: { type: "recording.set", on: true } },
    { seq: 2, at: 2000, by: 1, clientSeq: 2, signal: marker("kept") },
  ] as unknown as Entry[];
  for (const entry of entries) {
    const bytes = encodeEntries([entry]);
    add.run(entry.seq, entry.seq, crc32(bytes), bytes);
  }
  old.close();
  const store = sqliteStore({ folder, clock: virtualClock(3000) });
  const log = await store.open(roomId("a"));
  expect(await log.enrol("ada" as ClientId)).toEqual({ member: 1, clientSeq: 2 });
  const [next] = await log.append(drafts(1 as MemberId, 3, [marker("new")]));
  expect(next?.seq).toBe(3);
  expect((await log.recover()).tail).toEqual([...entries, next]);
  await store.close();
  const taken = openStoreFile(folder);
  expect(taken.db.prepare("PRAGMA user_version").get()).toEqual({ user_version: 5 });
  taken.close();
});

test("a store of version 3 is taken over, and its raw entries are read", async () => {
  const folder = await folders.make();
  const bytes = Buffer.from(FORMER_ROW, "hex");
  openStoreFile(folder).close();
  const old = new DatabaseSync(path.join(folder, "inktape.db"));
  old.prepare("INSERT INTO raw VALUES (7, 7, 9, 1, ?, ?)").run(crc32(bytes), bytes);
  old.exec("DROP TABLE journal; PRAGMA user_version = 3");
  old.close();
  const taken = openStoreFile(folder);
  expect(taken.db.prepare("PRAGMA user_version").get()).toEqual({ user_version: 5 });
  const row = taken.db.prepare("SELECT first, last, is_recorded, crc, bytes FROM raw").get() as unknown as RawRow;
  expect(readRaw(row).map(({ signal }) => signal.type)).toEqual(["ink.begin", "ink.append", "ink.end"]);
  taken.close();
});

/** A stroke of one batch as version 3 stored it. */
const FORMER_ROW =
  "030780a094a58d1d031401240103ac020701047061676505036235350880ae050cf091011105626c61636b148002280801280315140d03ac028c2f3cc18362a402b41001280316030303ac02";

/** The schema as version 2 had it. */
const VERSION_2 = `
  CREATE TABLE room (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    created INTEGER NOT NULL,
    head INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    is_recording INTEGER NOT NULL,
      bytes INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE client (
    room INTEGER NOT NULL,
    client TEXT NOT NULL,
    member INTEGER NOT NULL,
      client_seq INTEGER NOT NULL,
    PRIMARY KEY (room, client),
    UNIQUE (room, member)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE raw (
    room INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    is_recorded INTEGER NOT NULL,
    crc INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (room, first)
  ) STRICT;

  CREATE TABLE block (
    room INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    info TEXT NOT NULL,
    document BLOB NOT NULL,
    ink BLOB NOT NULL,
    presence BLOB NOT NULL,
    PRIMARY KEY (room, last)
  ) STRICT;

  CREATE TABLE keyframe (
    room INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    is_kept INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (room, seq)
  ) STRICT;

  PRAGMA application_id = 0x74617065;
  PRAGMA user_version = 2;
`;

/** The schema as version 3 had it. */
const VERSION_3 = `
  CREATE TABLE room (
    id INTEGER PRIMARY KEY,
    name TEXT UNIQUE,
    created INTEGER NOT NULL,
    head INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    is_recording INTEGER NOT NULL,
    is_closed INTEGER NOT NULL DEFAULT 0,
    edition INTEGER NOT NULL DEFAULT 0,
    bytes INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE client (
    room INTEGER NOT NULL,
    client TEXT NOT NULL,
    member INTEGER NOT NULL,
    client_seq INTEGER NOT NULL,
    PRIMARY KEY (room, client),
    UNIQUE (room, member)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE raw (
    room INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    is_recorded INTEGER NOT NULL,
    crc INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (room, first)
  ) STRICT;

  CREATE TABLE block (
    room INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    info TEXT NOT NULL,
    document BLOB NOT NULL,
    ink BLOB NOT NULL,
    presence BLOB NOT NULL,
    PRIMARY KEY (room, last)
  ) STRICT;

  CREATE TABLE keyframe (
    room INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    is_kept INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (room, seq)
  ) STRICT;

  CREATE TABLE asset (
    room INTEGER NOT NULL,
    hash TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    content INTEGER NOT NULL,
    PRIMARY KEY (room, hash)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE asset_content (
    id INTEGER PRIMARY KEY,
    bytes BLOB NOT NULL
  ) STRICT;

  CREATE TABLE delivery (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    url TEXT NOT NULL,
    message TEXT NOT NULL,
    created INTEGER NOT NULL,
    body TEXT NOT NULL
  ) STRICT;

  PRAGMA application_id = 1952542821;
  PRAGMA user_version = 3;
`;
