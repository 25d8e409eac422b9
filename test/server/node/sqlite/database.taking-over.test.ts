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
import { VERSION_2, VERSION_3 } from "./former-schemas.js";

const folders = new Folders();

afterEach(() => folders.remove());

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
