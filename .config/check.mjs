import { existsSync } from "node:fs";
import { text } from "node:stream/consumers";
import { startTool } from "./tool.mjs";

const linted = ["src", "test", "stories", ".storybook", ".config"].filter((folder) => existsSync(folder));

/** @type {readonly (readonly [title: string, mend: string, tool: string, args: readonly string[]])[]} */
const checks = [
  ["format", "Run: npm run format", "prettier", ["--check", "--log-level", "warn", "."]],
  ["lint", "Mend what it says.", "oxlint", ["--config", ".config/oxlint.jsonc", "--deny-warnings", ...linted]],
  ["types", "Mend what it says.", "tsc", ["--project", "."]],
  [
    "architecture",
    "The rules are in test/architecture/table.ts.",
    "vitest",
    ["run", "--config", "test/vitest.config.ts", "--project", "node", "--passWithNoTests=false", "test/architecture"],
  ],
];

const results = await Promise.all(checks.map(([title, mend, tool, args]) => check(title, mend, tool, args)));
process.exitCode = results.every(Boolean) ? 0 : 1;

/**
 * Runs one check, prints its result as soon as it has one, and gives true when all is well.
 * @param {string} title
 * @param {string} mend
 * @param {string} tool
 * @param {readonly string[]} args
 */
async function check(title, mend, tool, args) {
  const child = startTool(tool, args, { stdio: ["ignore", "pipe", "pipe"] });
  const [output, errors, code] = await Promise.all([
    child.stdout ? text(child.stdout) : "",
    child.stderr ? text(child.stderr) : "",
    new Promise((resolve) => child.on("close", resolve)),
  ]);
  console.log(code === 0 ? `ok      ${title}` : `FAILED  ${title}. ${mend}\n${output}${errors}`);
  return code === 0;
}
