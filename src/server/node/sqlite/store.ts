import type { Clock } from "../../../clock/clock.js";
import type { RoomStore } from "../../../room/room-log.js";
import type { Millis, RoomId } from "../../../signal/ids.js";
import type { RoomSummary } from "../../../signal/room-summary.js";
import { openStoreFile } from "./database.js";
import { GroupCommit, type CommitObserver } from "./group-commit.js";
import type { Note } from "./history.js";
import { SqliteLog } from "./log.js";
import { tables as prepare, type Tables } from "./tables.js";
import { sqliteTape } from "./tape.js";

/** What a SQLite store is made of. */
export interface SqliteStoreOptions {
  /** Where the store's file is; made when it is not there. */
  readonly folder: string;
  readonly clock: Clock;
  /** Is told of damage that was found and passed over. */
  readonly note?: Note | undefined;
  readonly observer?: CommitObserver | undefined;
}

/**
 * Opens a store of rooms in one SQLite file. Throws `log-failed` when another process has it, or it cannot be read.
 * @see RoomStore
 */
export function sqliteStore({ folder, clock, note = () => undefined, observer }: SqliteStoreOptions): RoomStore {
  const file = openStoreFile(folder);
  const tables = prepare(file.db);
  const commits = new GroupCommit(file.db, observer);
  let isClosed = false;
  return {
    open: (room) => SqliteLog.open({ tables, commits, clock, note }, room),
    async tape(room) {
      const row = tables.room(room);
      return row ? sqliteTape(tables, row, clock) : null;
    },
    list: async () => summaries(tables),
    async close() {
      if (isClosed) return;
      isClosed = true;
      commits.close();
      file.close();
    },
  };
}

function summaries(tables: Tables): RoomSummary[] {
  return tables.rooms().map((row) => ({
    room: row.name as RoomId,
    created: row.created as Millis,
    lastAt: row.last_at as Millis,
    entries: row.head,
    bytes: row.bytes,
    isRecorded: row.is_recorded === 1,
  }));
}
