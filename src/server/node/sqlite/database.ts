import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { InktapeError, isInktapeError } from "../../../signal/errors.js";
import { APPLICATION_ID, FROM_VERSION_2, FROM_VERSION_3, FROM_VERSION_4, SCHEMA, SCHEMA_VERSION } from "./schema.js";

/** An open store file, held against other processes until it is closed. */
export interface StoreFile {
  readonly db: DatabaseSyncInstance;
  close(): void;
}

/**
 * When a commit has to be on stable storage: `full` before it counts as done, so that not even a power cut loses it;
 * `normal` some time later, so that a power cut, but no crash of the server, may lose the last of what was done.
 */
export type SyncPolicy = "full" | "normal";

/**
 * Opens the store in a folder, making both when they are not there, with a write-ahead log. Throws `log-failed` when the
 * folder cannot be written, another process has it, or the file is of a version that is not known.
 */
export function openStoreFile(folder: string, sync: SyncPolicy = "full"): StoreFile {
  makeFolder(folder);
  const lock = lockFolder(folder);
  const db = new DatabaseSync(path.join(folder, "inktape.db"));
  const close = () => {
    checkpoint(db);
    db.close();
    lock.close();
  };
  try {
    // A batch of a pen is some hundred bytes, and whole pages are written for it; this counts for new files only.
    db.exec("PRAGMA page_size = 1024");
    db.exec(`PRAGMA synchronous = ${sync}`);
    db.exec("PRAGMA journal_mode = WAL; PRAGMA busy_timeout = 1000;");
    // What is deleted is overwritten with zeros: a recording that was redacted cannot be dug out of the file.
    db.exec("PRAGMA secure_delete = ON");
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
  if (pragma(db, "application_id") === APPLICATION_ID) {
    if (pragma(db, "user_version") === 2) migrate(db, FROM_VERSION_2);
    if (pragma(db, "user_version") === 3) migrate(db, FROM_VERSION_3);
    if (pragma(db, "user_version") === 4) migrate(db, FROM_VERSION_4);
  }
  checkVersion(db, folder);
}

/** All of it or nothing: a store that could not be taken over stays one of its own version. */
function migrate(db: DatabaseSyncInstance, change: string): void {
  try {
    db.exec(`BEGIN; ${change} COMMIT;`);
  } catch (error) {
    if (db.isTransaction) db.exec("ROLLBACK");
    throw error;
  }
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
