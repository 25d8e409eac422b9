import { describe, expect, it } from "vitest";
import { violations } from "./rules.js";
import { scan } from "./scan.js";

const check = (sources: Record<string, string>) => violations(scan(new Map(Object.entries(sources))));

describe("imports", () => {
  it.each([
    ["a lower folder names a higher one", "signal/a.ts", `import { b } from "../board/b.js";`],
    ["a type is imported", "signal/a.ts", `import type { B } from "../board/b.js";`],
    ["a type is imported in place", "signal/a.ts", `export type A = import("../board/b.js").B;`],
    ["a module is imported late", "signal/a.ts", `await import("../board/b.js");`],
    ["react names a concrete transport", "react/a.ts", `import { m } from "../transport/memory/index.js";`],
    ["a server names another", "server/node/a.ts", `import { n } from "../nats/log.js";`],
    ["the websocket transport names the room", "transport/websocket/a.ts", `import "../../room/room.js";`],
    ["the site reaches into src", "site/a.ts", `import { Whiteboard } from "../react/whiteboard.js";`],
    ["the site takes an entry that is not for it", "site/a.ts", `import "inktape/server";`],
    ["a package is used outside its folder", "room/a.ts", `import { produce } from "immer";`],
    ["Node is used in the canvas", "canvas/a.ts", `import "node:fs";`],
    ["React is used in the core", "player/a.ts", `import { useState } from "react";`],
    ["the core takes real time", "player/a.ts", `import { systemClock } from "../clock/system.js";`],
    ["a file asks for the front door", "client/a.ts", `import { x } from "../index.js";`],
    ["a folder is not in the table", "helpers/a.ts", `export const a = 1;`],
  ])("are refused when %s", (_, path, source) => {
    expect(check({ [path]: source })).toHaveLength(1);
  });

  it("are fine along the table", () => {
    expect(
      check({
        "board/a.ts": `import { produce } from "immer"; import type { S } from "../signal/s.js"; import "./b.js";`,
        "transport/memory/a.ts": `import "../../room/room.js"; import "../transport.js";`,
        "canvas/a.ts": `import { systemClock } from "../clock/system.js";`,
        "server/node/a.ts": `import "node:fs"; import "hono/ws";`,
        "site/a.tsx": `import "inktape"; import "inktape/websocket"; import "react-dom/client"; import "./site.css";`,
      }),
    ).toEqual([]);
  });

  it("are refused in a circle", () => {
    const circle = {
      "board/a.ts": `import { b } from "./b.js"; export const a = () => b;`,
      "board/b.ts": `import { c } from "./c.js"; export const b = () => c;`,
      "board/c.ts": `import { a } from "./a.js"; export const c = () => a;`,
    };
    expect(check(circle)).toEqual(["board/a.ts -> board/b.ts -> board/c.ts -> board/a.ts is an import cycle."]);
  });
});

describe("purity", () => {
  it.each([
    "Date.now()",
    `Date["now"]()`,
    "Date()",
    "new Date()",
    "new Date",
    "performance.now()",
    "Math.random()",
    "crypto.getRandomValues(bytes)",
    "setTimeout(f, 1)",
    "setInterval(f, 1)",
    "setImmediate(f)",
    "queueMicrotask(f)",
    "requestAnimationFrame(f)",
    "window.innerWidth",
    "document.title",
    "navigator.language",
    "localStorage.length",
    "globalThis.setTimeout(f)",
    "process.env.HOME",
    "({ process })",
    "({ now: performance })",
  ])("refuses %s", (code) => {
    for (const folder of ["signal", "board", "tape", "clock", "player", "room", "store"]) {
      expect(check({ [`${folder}/a.ts`]: `export const a = (f, bytes) => ${code};` })).toHaveLength(1);
    }
  });

  it.each([
    "new Date(at)",
    "Date.parse(text)",
    "Math.max(1, 2)",
    "track.document",
    "((document) => document)(1)",
    "({ window: 1 }).window",
    "clock.performance.now()",
  ])("allows %s", (code) => {
    expect(check({ "tape/a.ts": `export const a = (at, text, track, clock) => ${code};` })).toEqual([]);
  });

  it("does not ask a name in a type, a binding or a declaration", () => {
    const source = `
      export interface Track { document: number; window?: string }
      export function read({ document: first, window }: Track) { return [first, window]; }
      export type Span = [window: number];
    `;
    expect(check({ "tape/a.ts": source })).toEqual([]);
  });

  it("is not asked of the door for real time, nor of the skin", () => {
    const source = `export const now = () => performance.now();`;
    expect(check({ "clock/system.ts": source, "canvas/a.ts": source })).toEqual([]);
  });
});

describe("re-exports", () => {
  it.each([
    `export { b } from "./b.js";`,
    `export type { B } from "./b.js";`,
    `export * from "./b.js";`,
    `import { b } from "./b.js"; export { b };`,
  ])("are refused outside the entries: %s", (source) => {
    expect(check({ "board/a.ts": source })).toHaveLength(1);
  });

  it("are refused in an entry without names", () => {
    expect(check({ "index.ts": `export * from "./board/b.js";` })).toHaveLength(1);
  });

  it("are fine by name in an entry, as are a file's own exports", () => {
    const sources = {
      "index.ts": `export { a } from "./board/a.js";`,
      "transport/memory/index.ts": `export { b } from "./b.js";`,
      "server/node/index.ts": `export { c } from "./c.js";`,
      "board/a.ts": `const a = 1; export { a };`,
    };
    expect(check(sources)).toEqual([]);
  });
});

describe("length", () => {
  it.each([
    [300, 0],
    [301, 1],
  ])("of %d lines gives %d violations", (lines, count) => {
    expect(check({ "board/a.ts": "export {};\n".repeat(lines) })).toHaveLength(count);
  });
});
