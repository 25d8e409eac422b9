import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { InktapeError, isInktapeError } from "../../../signal/errors.js";

/** The version of {@link SCHEMA}, kept in the file itself. */
const SCHEMA_VERSION = 2;
/** Marks a file as inktape's: "tape" in ASCII. */
const APPLICATION_ID = 0x74617065;

/**
 * One file for all rooms. Times are milliseconds since 1970 UTC; `first`, `last`, `head` and `seq` count a room's
 * entries from 1.
 */
const SCHEMA = `
  CREATE TABLE room (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    created INTEGER NOT NULL,
    head INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    is_recording INTEGER NOT NULL,
    -- What the room's raw entries, blocks and keyframes take.
    bytes INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE client (
    room INTEGER NOT NULL,
    client TEXT NOT NULL,
    member INTEGER NOT NULL,
    -- The last of the client's signals that is in the log.
    client_seq INTEGER NOT NULL,
    PRIMARY KEY (room, client),
    UNIQUE (room, member)
  ) STRICT, WITHOUT ROWID;

  -- Entries that stand in no block yet, as signal/wire/entries.ts encodes them; a row is recorded as a whole or not.
  CREATE TABLE raw (
    room INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    is_recorded INTEGER NOT NULL,
    crc INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (room, first)
  ) STRICT;

  -- Sealed blocks; info is the JSON of a BlockInfo.
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

  -- is_kept is 1 for a keyframe that is part of the tape.
  CREATE TABLE keyframe (
    room INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    is_kept INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (room, seq)
  ) STRICT;

  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

/** An open store file, held against other processes until it is closed. */
export interface StoreFile {
  readonly db: DatabaseSyncInstance;
  close(): void;
}

/**
 * Opens the store in a folder, making both when they are not there. Commits reach stable storage (WAL, synchronous
 * FULL). Throws `log-failed` when another process has the folder, or the file is not one of this version.
 */
export function openStoreFile(folder: string): StoreFile {
  makeFolder(folder);
  const lock = lockFolder(folder);
  const db = new DatabaseSync(path.join(folder, "inktape.db"));
  const close = () => {
    checkpoint(db);
    db.close();
    lock.close();
  };
  try {
    db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 1000;");
    prepareSchema(db, folder);
    return { db, close };
  } catch (cause) {
    close();
    if (isInktapeError(cause)) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InktapeError("log-failed", `The file inktape.db in ${folder} cannot be used: ${reason}.`, { cause });
  }
}

/**
 * Opens the store in a folder to read it as it is at this moment, beside a server that may be running on it. Throws
 * `not-found` when there is none, and `log-failed` when the file is not one of this version.
 */
export function readStoreFile(folder: string): StoreFile {
  const file = path.join(folder, "inktape.db");
  if (!existsSync(file)) throw new InktapeError("not-found", `There is no store in ${folder}.`);
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    db.exec("PRAGMA busy_timeout = 1000; BEGIN");
    checkVersion(db, folder);
    return { db, close: () => db.close() };
  } catch (cause) {
    db.close();
    if (isInktapeError(cause)) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InktapeError("log-failed", `The file inktape.db in ${folder} cannot be read: ${reason}.`, { cause });
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InktapeError(
      "log-failed",
      `The folder ${folder} cannot be written, so no room can be kept there: ${reason}. Choose another with --data.`,
      { cause },
    );
  }
}

/**
 * Two servers on one file would give the same places in a log twice. A lock of its own, not one on the store's file,
 * lets others read that file: to back it up while the server runs.
 */
function lockFolder(folder: string): DatabaseSyncInstance {
  const lock = new DatabaseSync(path.join(folder, "inktape.lock"));
  try {
    lock.exec("BEGIN EXCLUSIVE");
    return lock;
  } catch (cause) {
    lock.close();
    throw new InktapeError(
      "log-failed",
      `The store in ${folder} is in use by another server. Stop that one, or choose another folder.`,
      { cause },
    );
  }
}

/**
 * Moves what stands in the write-ahead log into the file, so that the file by itself is the whole store. SQLite does so
 * when it is closed, but not while there are statements that the garbage collector has not come to.
 */
function checkpoint(db: DatabaseSyncInstance): void {
  try {
    db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  } catch {
    // Nothing is lost: it stays in the log, and is read from there.
  }
}

function prepareSchema(db: DatabaseSyncInstance, folder: string): void {
  const isEmpty = pragma(db, "user_version") === 0 && pragma(db, "schema_version") === 0;
  if (isEmpty) db.exec(`BEGIN; ${SCHEMA} COMMIT;`);
  else checkVersion(db, folder);
}

function checkVersion(db: DatabaseSyncInstance, folder: string): void {
  if (pragma(db, "user_version") !== SCHEMA_VERSION || pragma(db, "application_id") !== APPLICATION_ID) {
    throw new InktapeError(
      "log-failed",
      `The file inktape.db in ${folder} is not a store of version ${SCHEMA_VERSION}. Update inktape, or choose another folder.`,
    );
  }
}

function pragma(db: DatabaseSyncInstance, name: "user_version" | "schema_version" | "application_id"): number {
  const row: Record<string, number> | undefined = db.prepare(`PRAGMA ${name}`).get();
  return row?.[name] ?? 0;
}
