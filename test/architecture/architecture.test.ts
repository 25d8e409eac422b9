import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { rowOf, violations } from "./rules.js";
import { readSources, scan } from "./scan.js";
import { table } from "./table.js";

const modules = scan(readSources(fileURLToPath(new URL("../../src", import.meta.url))));

describe("the architecture", () => {
  it("finds the files it is about", () => {
    expect(modules.length).toBeGreaterThan(5);
    expect(new Set(modules.map((module) => rowOf(module.path)))).toEqual(new Set(Object.keys(table)));
  });

  it("holds", () => {
    expect(violations(modules)).toEqual([]);
  });
});
