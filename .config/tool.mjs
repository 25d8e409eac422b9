import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The project's top folder, where every tool runs. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Starts a development tool of the project by its command's name, without a shell.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 */
export function startTool(command, args, options) {
  const folder = path.join(root, "node_modules", command === "tsc" ? "typescript" : command);
  const { bin } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const script = path.join(folder, typeof bin === "string" ? bin : bin[command]);
  return spawn(process.execPath, [script, ...args], { cwd: root, stdio: "inherit", ...options });
}

/**
 * Runs a development tool to its end and gives its exit code; 1 when a signal ended it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function runTool(command, args, options) {
  return new Promise((resolve, reject) => {
    startTool(command, args, options)
      .on("error", reject)
      .on("exit", (code) => resolve(code ?? 1));
  });
}
