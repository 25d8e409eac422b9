import { copyFile, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { virtualClock } from "../../../../src/clock/virtual.js";
import { sqliteStore } from "../../../../src/server/node/sqlite/store.js";
import type { Entry } from "../../../../src/signal/entry.js";
import { BEFORE_FIRST, ROOM_MEMBER, roomId } from "../../../../src/signal/ids.js";
import { drafts, marker } from "../../../../src/testing/samples.js";
import { seededRandom } from "../../../property/seeded.js";
import { Folders } from "../sqlite/folder.js";

/** SQLite's file format, section 4.1: a frame of the write-ahead log is a header and a page of the database. */
const FRAME_HEADER = 24;
const PAGE = 1024;
const FRAME = FRAME_HEADER + PAGE;
/** Places inside of the frame's page that are tried, besides its ends. */
const SAMPLES = 200;
const SEED = 20_261_122;

const ROOM = roomId("room");
const folders = new Folders();
let before: readonly Entry[];
let after: readonly Entry[];
/** The store as a process left it that ended right after its last commit. */
let left: { readonly file: string; readonly wal: Uint8Array };

async function read(folder: string) {
  const notes: string[] = [];
  const store = sqliteStore({ folder, clock: virtualClock(), note: (note) => notes.push(note) });
  const log = await store.open(ROOM);
  const entries: Entry[] = [];
  log.follow(BEFORE_FIRST, (more) => entries.push(...more))();
  await store.close();
  return { notes, entries };
}

beforeEach(async () => {
  const folder = await folders.make();
  const store = sqliteStore({ folder, clock: virtualClock(1_700_000_000_000) });
  const log = await store.open(ROOM);
  await log.append(drafts(ROOM_MEMBER, 0, [{ type: "recording.set", on: true }, marker("one")]));
  before = (await read(await folders.copy(folder))).entries;
  await log.append(drafts(ROOM_MEMBER, 0, [marker("two"), marker("three")]));
  const copy = await folders.copy(folder);
  await store.close();
  left = { file: path.join(copy, "inktape.db"), wal: await readFile(path.join(copy, "inktape.db-wal")) };
  after = (await read(copy)).entries;
});
afterEach(() => folders.remove());

/** What a store opens to whose write-ahead log has these bytes. */
async function openedWith(wal: Uint8Array) {
  const folder = await folders.make();
  await copyFile(left.file, path.join(folder, "inktape.db"));
  await writeFile(path.join(folder, "inktape.db-wal"), wal);
  return read(folder);
}

/** Places in a frame: all of its header and its first and last byte of the page, and some between. */
function places(): number[] {
  const random = seededRandom(SEED);
  const header = Array.from({ length: FRAME_HEADER + 1 }, (_, at) => at);
  const inside = Array.from({ length: SAMPLES }, () => FRAME_HEADER + 1 + Math.floor(random() * (PAGE - 2)));
  return [...header, ...inside, FRAME - 1];
}

test("a write-ahead log that ends anywhere in its last frame opens to the state before the last commit", async () => {
  expect([before.length, after.length]).toEqual([2, 4]);
  expect(await openedWith(left.wal)).toEqual({ notes: [], entries: after });
  const start = left.wal.length - FRAME;
  for (const place of places()) {
    expect({ place, ...(await openedWith(left.wal.slice(0, start + place))) }).toEqual({
      place,
      notes: [],
      entries: before,
    });
  }
}, 120_000);

test("a write-ahead log in whose last frame any byte is another opens to the state before the last commit", async () => {
  const start = left.wal.length - FRAME;
  for (const place of places()) {
    const wal = left.wal.slice();
    wal[start + place]! ^= 1 << (place % 8);
    expect({ place, ...(await openedWith(wal)) }).toEqual({ place, notes: [], entries: before });
  }
}, 120_000);
