import { readdirSync, statfsSync, statSync } from "node:fs";
import path from "node:path";

/** Bytes of the store in a folder: its file, and what SQLite keeps beside it. */
export function storeBytes(folder: string): number {
  const files = readdirSync(folder).filter((name) => name.startsWith("inktape.db"));
  return files.reduce(
    (sum, name) => sum + (statSync(path.join(folder, name), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}

/** Bytes that the disk of a folder has left for this process. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
