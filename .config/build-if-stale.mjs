import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { isFresh } from "./freshness.mjs";

/** Builds `dist` unless it is up to date; ends the process when the build fails. */
export function buildIfStale() {
  if (isFresh()) return;
  const script = fileURLToPath(new URL("build.mjs", import.meta.url));
  const { status } = spawnSync(process.execPath, [script], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
