import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { register } from "tsx/esm/api";
import { root } from "./tool.mjs";

/**
 * Numbers under names, in groups where there are many.
 * @typedef {{ readonly [name: string]: number | Figures }} Figures
 */

/**
 * What a bench module's default export resolves to.
 * @typedef {object} BenchResult
 * @property {readonly Record<string, string | number>[]} rows What a person reads, one object a line.
 * @property {Figures} json What a program reads.
 */

const folder = path.join(root, "test", "bench");
const suffix = ".bench.ts";

const { values, positionals } = parseArgs({ options: { json: { type: "boolean" } }, allowPositionals: true });
const [name] = positionals;
const names = readdirSync(folder)
  .filter((file) => file.endsWith(suffix))
  .map((file) => file.slice(0, -suffix.length));

if (name === undefined || !names.includes(name)) {
  console.error(
    `Name the benchmark to run, one of ${names.join(", ")}: npm run bench -- ${names[0] ?? "name"} [--json]`,
  );
  process.exit(2);
}

// Libraries are measured as an app ships them, without their development checks.
process.env.NODE_ENV = "production";
register();

const write = process.stdout.write;
if (values.json) process.stdout.write = process.stderr.write.bind(process.stderr);
const bench = await import(pathToFileURL(path.join(folder, name + suffix)).href);
/** @type {BenchResult} */
const result = await bench.default();
process.stdout.write = write;

console.log(values.json ? JSON.stringify(result.json) : table(result.rows));

/**
 * Rows as text in columns, under the names of their fields.
 * @param {BenchResult["rows"]} rows
 */
function table(rows) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? "")))];
  const widths = columns.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "))
    .map((line) => line.trimEnd())
    .join("\n");
}
