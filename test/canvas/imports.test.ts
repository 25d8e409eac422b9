import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readSources, scan } from "../architecture/scan.js";

const modules = new Map(
  scan(readSources(fileURLToPath(new URL("../../src", import.meta.url)))).map((module) => [module.path, module]),
);

/** The files that a file needs to run, itself included. */
function closureOf(path: string, found = new Set<string>()): Set<string> {
  if (found.has(path)) return found;
  found.add(path);
  for (const { target } of modules.get(path)?.links ?? []) if (target !== null) closureOf(target, found);
  return found;
}

test.each(["canvas/create-view.ts", "canvas/attach-navigation.ts"])("%s brings no tool along", (path) => {
  const files = [...closureOf(path)];
  expect(files).toContain("canvas/camera.ts");
  expect(files.filter((file) => file.startsWith("canvas/tools/") || file === "canvas/attach-tools.ts")).toEqual([]);
});

test("every tool comes with attach-tools", () => {
  const files = closureOf("canvas/attach-tools.ts");
  const tools = [...modules.keys()].filter((file) => file.startsWith("canvas/tools/"));
  expect(tools.filter((file) => !files.has(file))).toEqual([]);
});
