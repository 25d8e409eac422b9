import { copyFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { afterEach, expect, test } from "vitest";
import { openStoreFile } from "../../../../src/server/node/sqlite/database.js";
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
