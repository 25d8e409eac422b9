import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** What runs in a page alone: servers and test suites have packages that no page loads. */
const ELSEWHERE = /^(server|testing|site)\//;

/** What the pages' part of a folder of sources imports of packages, now or when it is needed, by the names it uses. */
export function packagesOf(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => /\.tsx?$/.test(file) && !ELSEWHERE.test(file));
  const names = files.flatMap((file) =>
    ts.preProcessFile(readFileSync(path.join(folder, file), "utf8")).importedFiles.map(({ fileName }) => fileName),
  );
  return [...new Set(names)].filter((name) => /^[@a-z]/.test(name) && !name.includes("?")).sort();
}
