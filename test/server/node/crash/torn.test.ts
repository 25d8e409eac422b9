import { copyFile } from "node:fs/promises";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { DatabaseSync } from "@photostructure/sqlite";
import { afterEach, expect, test } from "vitest";
import { EMPTY_BOARD } from "../../../../src/board/board.js";
import { plainBoard } from "../../../../src/board/plain.js";
import { reduce } from "../../../../src/board/reduce.js";
import { virtualClock } from "../../../../src/clock/virtual.js";
import { Room } from "../../../../src/room/room.js";
import { sqliteStore } from "../../../../src/server/node/sqlite/store.js";
import type { Entry } from "../../../../src/signal/entry.js";
import { BEFORE_FIRST, roomId, type ClientId } from "../../../../src/signal/ids.js";
import { cursor, drafts, marker, rectangle, stroke } from "../../../../src/testing/samples.js";
import { Folders } from "../sqlite/folder.js";

const ROOM = roomId("room");
const ADA = "ada" as ClientId;
const folders = new Folders();
afterEach(() => folders.remove());

async function open(folder: string) {
  const notes: string[] = [];
  const clock = virtualClock(1_700_000_000_000);
  const store = sqliteStore({ folder, clock, note: (note) => notes.push(note) });
  const log = await store.open(ROOM);
  const entries: Entry[] = [];
  log.follow(BEFORE_FIRST, (more) => entries.push(...more));
  return { store, clock, log, notes, entries };
}

/** A closed store of a room whose last row holds several entries of ada's, numbered from 8. */
async function written() {
  const folder = await folders.make();
  const { store, log, entries } = await open(folder);
  const { member } = await log.enrol(ADA);
  await log.append(drafts(member, 1, [{ type: "recording.set", on: true }, ...stroke(member, 0)]));
  await log.append(drafts(member, 6, [rectangle(member, 1), marker("safe")]));
  // What follows gets a row of its own.
  await log.check();
  const before = [...entries];
  const last = [rectangle(member, 2), cursor(7), marker("torn")];
  await log.append(drafts(member, 8, last));
  await store.close();
  return { file: path.join(folder, "inktape.db"), member, before, last };
}

type Written = Awaited<ReturnType<typeof written>>;

/** Opens a copy of the store in which the last row has these bytes instead. */
async function spoilt({ file }: Written, bytes: Uint8Array) {
  const folder = await folders.make();
  const copy = path.join(folder, "inktape.db");
  await copyFile(file, copy);
  const db = new DatabaseSync(copy);
  db.prepare("UPDATE raw SET bytes = ? WHERE first = (SELECT MAX(first) FROM raw)").run(bytes);
  db.close();
  return open(folder);
}

function lastRow({ file }: Written): Uint8Array {
  const db = new DatabaseSync(file);
  const row: { bytes: Uint8Array } | undefined = db.prepare("SELECT bytes FROM raw ORDER BY first DESC LIMIT 1").get();
  db.close();
  return row?.bytes ?? new Uint8Array();
}

/** What a store with such a last row opens to, and how its room goes on. */
async function aftermath(whole: Written, bytes: Uint8Array) {
  const { store, clock, log, notes, entries } = await spoilt(whole, bytes);
  const { member, last } = whole;
  const left = [...entries];
  const failures: unknown[] = [];
  const fail = (error: unknown) => failures.push(error);
  const room = await Room.open(log, clock, { idle: () => undefined, unsealed: fail, suspended: fail, failed: fail });
  const isSameBoard = isDeepStrictEqual(plainBoard(room.board), plainBoard(reduce(EMPTY_BOARD, left)));
  const { clientSeq } = await log.enrol(ADA);
  // A client that never heard of its last signals says them again.
  await log.append(drafts(member, 6, [rectangle(member, 1), marker("safe"), ...last]));
  const again = entries.slice(left.length).map(({ seq, clientSeq: number, signal }) => [seq, number, signal]);
  const isSameAfter = isDeepStrictEqual(plainBoard(room.board), plainBoard(reduce(EMPTY_BOARD, entries)));
  room.close();
  await store.close();
  return { notes, left, isSameBoard, clientSeq, again, isSameAfter, failures };
}

/** The torn row is gone and told of, all before it is there, and what it held is taken again. */
const cut = ({ before, last }: Written) => ({
  notes: [
    'The room "room" had a torn end: its entries 8 to 10 were damaged and are cut off. It goes on after entry 7.',
  ],
  left: before,
  isSameBoard: true,
  clientSeq: 7,
  again: last.map((signal, index) => [8 + index, 8 + index, signal]),
  isSameAfter: true,
  failures: [],
});

test("a last row in which any byte is another is cut off, and nothing before it", async () => {
  const whole = await written();
  const row = lastRow(whole);
  expect(row.length).toBeGreaterThan(20);
  for (let at = 0; at < row.length; at++) {
    const bytes = row.slice();
    bytes[at] = row[at]! ^ (1 << (at % 8));
    expect({ at, ...(await aftermath(whole, bytes)) }).toEqual({ at, ...cut(whole) });
  }
}, 60_000);

test("a last row that ends at any byte is cut off, and nothing before it", async () => {
  const whole = await written();
  const row = lastRow(whole);
  for (let length = 0; length < row.length; length++) {
    expect({ length, ...(await aftermath(whole, row.slice(0, length))) }).toEqual({ length, ...cut(whole) });
  }
}, 60_000);
