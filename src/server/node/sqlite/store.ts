import type { Clock } from "../../../clock/clock.js";
import type { RoomRecord, RoomStore } from "../../../room/room-log.js";
import { InktapeError } from "../../../signal/errors.js";
import { ROOM_MEMBER, type Millis, type RoomId, type Seq } from "../../../signal/ids.js";
import { assetTables } from "./asset-tables.js";
import { sqliteAssets } from "./assets.js";
import { beginRoom } from "./beginning.js";
import type { Deliveries } from "../webhooks/deliveries.js";
import { openStoreFile, type SyncPolicy } from "./database.js";
import { sqliteDeliveries } from "./deliveries.js";
import { GroupCommit, type CommitObserver } from "./group-commit.js";
import type { Note } from "./history.js";
import { journalContent } from "./journal-content.js";
import { Journal } from "./journal.js";
import { SqliteLog } from "./log.js";
import { writeRaw } from "./raw.js";
import { roomRow, roomRows } from "./room-rows.js";
import { purgeNameless, removeRoom, rewriteRoom } from "./rewriting.js";
import { tables as prepare, type RoomRecordRow, type Tables } from "./tables.js";
import { sqliteTape } from "./tape.js";

/** What a SQLite store is made of. */
export interface SqliteStoreOptions {
  /** Where the store's file is; made when it is not there. */
  readonly folder: string;
  readonly clock: Clock;
  /** Is told of damage that was found and passed over. */
  readonly note?: Note | undefined;
  readonly observer?: CommitObserver | undefined;
  /** Default `full`. */
  readonly sync?: SyncPolicy | undefined;
  /** Milliseconds that a commit keeps from the one before. Default 0. */
  readonly commitGapMs?: number | undefined;
}

/** A store of rooms in a file, which keeps the server's messages to webhooks too. */
export interface SqliteStore extends RoomStore {
  readonly deliveries: Deliveries;
}

/**
 * Opens a store of rooms in one SQLite file. Throws `log-failed` when another process has it, or it cannot be read.
 * @see RoomStore
 */
export function sqliteStore(options: SqliteStoreOptions): SqliteStore {
  const { folder, clock, note = () => undefined, observer, sync, commitGapMs: gapMs = 0 } = options;
  const file = openStoreFile(folder, sync);
  const tables = prepare(file.db);
  const assets = assetTables(file.db);
  const journal = new Journal(tables, journalContent(tables, note));
  const commits = new GroupCommit(file.db, journal, observer, gapMs > 0 ? { clock, gapMs } : undefined);
  const parts = { db: file.db, tables, assets, journal, commits };
  const now = () => Math.floor(clock.now());
  let isClosed = false;
  // A rewriting that a close cuts short goes on when the store is next opened.
  purgeNameless(parts).catch((error: unknown) => {
    if (!isClosed) note(`What is left of a room that was taken away could not be: ${String(error)}`);
  });
  return {
    open: (room) => SqliteLog.open({ tables, journal, commits, clock, note }, room),
    async tape(room) {
      const row = tables.room(room);
      return row ? sqliteTape({ tables, journal }, row, clock) : null;
    },
    async find(room) {
      const row = roomRow(parts, room);
      return row ? recordOf(row) : null;
    },
    list: async (page) => roomRows(parts, page).map(recordOf),
    create: (room, isRecorded) => commits.add(() => addRoom(tables, room, isRecorded, now())),
    begin: (room, beginning) => beginRoom(parts, room, beginning, now()),
    setClosed: (room, isToBeClosed) =>
      commits.add(() => {
        const row = tables.room(room);
        if (!row) throw new InktapeError("not-found", `There is no room "${room}" in this store.`);
        tables.setClosed(Number(isToBeClosed), row.id);
      }),
    remove: (room) => removeRoom(parts, room),
    rewrite: (room, rewritten) => rewriteRoom(parts, room, rewritten, now()),
    deliveries: sqliteDeliveries(file.db, commits),
    assets: (room) => sqliteAssets(tables, assets, commits, room),
    async close() {
      if (isClosed) return;
      isClosed = true;
      // What cannot be put in its place stays in the journal, and is found there.
      const cleared = commits.add(() => journal.clear()).catch(() => undefined);
      commits.close();
      await cleared;
      file.close();
    },
  };
}

function addRoom(tables: Tables, room: RoomId, isRecorded: boolean, now: number): boolean {
  if (tables.room(room)) return false;
  tables.addRoom(room, now, now, now);
  const id = tables.room(room)?.id;
  if (!isRecorded || id === undefined) return true;
  const signal = { type: "recording.set", on: true } as const;
  writeRaw(tables, id, [{ seq: 1 as Seq, at: now as Millis, by: ROOM_MEMBER, clientSeq: 0, signal }], true);
  tables.setHead(1, now, 1, id);
  return true;
}

function recordOf(row: RoomRecordRow): RoomRecord {
  return {
    room: row.name as RoomId,
    created: row.created as Millis,
    lastAt: row.last_at as Millis,
    entries: row.head,
    bytes: row.bytes,
    isRecorded: row.is_recorded === 1,
    isClosed: row.is_closed === 1,
    edition: row.edition as Millis,
  };
}
