import path from "node:path";
import type * as Sqlite from "@photostructure/sqlite";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { EMPTY_BOARD } from "../../../../src/board/board.js";
import { shapesOf } from "../../../../src/board/leaves.js";
import { reduce } from "../../../../src/board/reduce.js";
import { virtualClock } from "../../../../src/clock/virtual.js";
import { sqliteStore } from "../../../../src/server/node/index.js";
import { roomId, type ClientId, type Seq } from "../../../../src/signal/ids.js";
import { isLoaded, type InkShape } from "../../../../src/signal/shape.js";
import type { BlockInfo } from "../../../../src/tape/block-info.js";
import { encodeKeyframe } from "../../../../src/tape/encode-keyframe.js";
import { sealBlock } from "../../../../src/tape/seal.js";
import { cursor, drafts, marker, stroke } from "../../../../src/testing/samples.js";
import { Running } from "../running.js";

const ROOM = roomId("room");
const BLOCK = 1000;
const BLOCKS = 300;
/** Every so many blocks a keyframe stands. */
const STRIDE = 5;
/** What may be read until a client is in its room, however long the tape is. */
const MOST = { rows: 30, bytes: 4096 };

/** What the statements of all databases have given back. */
const reading = vi.hoisted(() => ({ rows: 0, bytes: 0 }));

vi.mock("@photostructure/sqlite", async (original) => {
  const real = await original<typeof Sqlite>();
  const sizeOf = (value: unknown) => (typeof value === "string" || value instanceof Uint8Array ? value.length : 8);
  const add = <Row>(row: Row): Row => {
    const values = Object.values(row ?? {});
    if (values.length > 0) reading.rows += 1;
    for (const value of values) reading.bytes += sizeOf(value);
    return row;
  };
  class DatabaseSync extends real.DatabaseSync {
    override prepare(...args: Parameters<DatabaseSyncInstance["prepare"]>) {
      const statement = super.prepare(...args);
      const { get, all, run } = statement;
      return {
        run: run.bind(statement),
        get: (...values: Parameters<typeof get>) => add(get.apply(statement, values)),
        all: (...values: Parameters<typeof all>) => all.apply(statement, values).map(add),
      } as typeof statement;
    }
  }
  return { ...real, DatabaseSync };
});

let running: Running;
beforeEach(() => {
  running = new Running();
});
afterEach(async () => {
  await running.stop();
});

/** A folder with a room whose tape has so many blocks: the first is what it is, the others are copies of it. */
async function recorded(blocks: number): Promise<string> {
  const folder = await running.folders.make();
  const store = sqliteStore({ folder, clock: virtualClock(1_700_000_000_000) });
  const log = await store.open(ROOM);
  const { member } = await log.enrol("ada" as ClientId);
  const strokes = Array.from({ length: 20 }, (_, count) => stroke(member, count)).flat();
  const cursors = Array.from({ length: BLOCK - 1 - strokes.length }, (_, x) => cursor(x));
  const entries = await log.append(drafts(member, 1, [{ type: "recording.set", on: true }, ...strokes, ...cursors]));
  await log.seal(sealBlock(entries, { before: EMPTY_BOARD }));
  await store.close();

  const board = reduce(EMPTY_BOARD, entries);
  const keyframe = (seq: number) => encodeKeyframe({ ...board, seq: seq as Seq }, () => BLOCK as Seq);
  const db = new DatabaseSync(path.join(folder, "inktape.db"));
  const { info = "" }: { info?: string } = db.prepare("SELECT info FROM block").get() ?? {};
  const first = JSON.parse(info) as BlockInfo;
  const copy = db.prepare("INSERT INTO block SELECT room, ?, ?, ?, document, ink, presence FROM block WHERE first = 1");
  const keep = db.prepare("INSERT INTO keyframe SELECT id, ?, last_at, 1, ? FROM room");
  db.exec("BEGIN");
  for (let block = 0; block < blocks; block++) {
    const place = { first: block * BLOCK + 1, last: (block + 1) * BLOCK };
    if (block > 0) copy.run(place.first, place.last, JSON.stringify({ ...first, ...place }));
    if (block % STRIDE === 0 || block === blocks - 1) keep.run(place.last, keyframe(place.last));
  }
  db.prepare("UPDATE room SET head = ?").run(blocks * BLOCK);
  db.exec("COMMIT");
  db.close();

  const again = sqliteStore({ folder, clock: virtualClock(1_700_000_000_000) });
  await (await again.open(ROOM)).append(drafts(member, BLOCK + 1, [marker("one more"), ...stroke(member, 20)]));
  await again.close();
  return folder;
}

/** Counts all that statements give back from now on. */
function counted(): typeof reading {
  return Object.assign(reading, { rows: 0, bytes: 0 });
}

test.each([0, 1, BLOCKS])("a server on a tape of %d blocks reads little until a client is in", async (blocks) => {
  const data = blocks === 0 ? await running.folders.make() : await recorded(blocks);
  const count = counted();
  const server = await running.start({ data });
  expect(count.rows).toBeLessThanOrEqual(8);
  const bob = await running.call(server, "bob");
  expect(count.rows).toBeLessThanOrEqual(MOST.rows);
  expect(count.bytes).toBeLessThanOrEqual(MOST.bytes);

  // It has opened what is there, all of its ink included.
  const inks = [...shapesOf(bob.board)] as InkShape[];
  expect(inks.map(({ points }) => isLoaded(points))).toEqual(Array(blocks === 0 ? 0 : 21).fill(true));
  expect(bob.seq).toBe(blocks === 0 ? 2 : blocks * BLOCK + 6);
});
