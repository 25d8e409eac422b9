import { readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./tool.mjs";

const inputs = ["src", ".config", "package.json", "package-lock.json", "tsconfig.json"];
const stamp = path.join(root, "dist", ".built");

/** True when `dist` was built whole, and after the last change to anything it is built from. */
export function isFresh() {
  const built = statSync(stamp, { throwIfNoEntry: false });
  return built !== undefined && newest(inputs.map((input) => path.join(root, input))) <= built.mtimeMs;
}

/** Empties `dist`. */
export function clean() {
  rmSync(path.join(root, "dist"), { recursive: true, force: true });
}

/**
 * Says that `dist` is whole. A file that changes while the build runs is newer than the build's start, and so counts
 * as not built yet.
 * @param {Date} startedAt
 */
export function markFresh(startedAt) {
  writeFileSync(stamp, "");
  utimesSync(stamp, startedAt, startedAt);
}

/**
 * The time of the newest change; a folder's own time tells of files that were removed.
 * @param {readonly string[]} places
 * @returns {number}
 */
function newest(places) {
  let time = 0;
  for (const place of places) {
    const { mtimeMs } = statSync(place);
    time = Math.max(time, mtimeMs);
    const entries = statSync(place).isDirectory() ? readdirSync(place) : [];
    time = Math.max(time, newest(entries.map((entry) => path.join(place, entry))));
  }
  return time;
}
