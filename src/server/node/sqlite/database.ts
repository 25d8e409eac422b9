import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { InktapeError, isInktapeError } from "../../../signal/errors.js";
import { APPLICATION_ID, FROM_VERSION_2, SCHEMA, SCHEMA_VERSION } from "./schema.js";

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
  mkdirSync(folder, { recursive: true });
  const lock = lockFolder(folder);
  const db = new DatabaseSync(path.join(folder, "inktape.db"));
  const close = () => {
    db.close();
    lock.close();
  };
  try {
    db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 1000;");
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

function prepareSchema(db: DatabaseSyncInstance, folder: string): void {
  const isEmpty = pragma(db, "user_version") === 0 && pragma(db, "schema_version") === 0;
  if (isEmpty) db.exec(`BEGIN; ${SCHEMA} COMMIT;`);
  if (pragma(db, "user_version") === 2 && pragma(db, "application_id") === APPLICATION_ID) migrate(db);
  checkVersion(db, folder);
}

/** All of it or nothing: a store that could not be taken over stays one of its own version. */
function migrate(db: DatabaseSyncInstance): void {
  try {
    db.exec(`BEGIN; ${FROM_VERSION_2} COMMIT;`);
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
