/** What the files of one folder of src may lean on, besides each other. */
export interface Place {
  readonly folders: readonly string[];
  /** Import specifiers; `*` stands for any ending. */
  readonly packages: readonly string[];
  /** No DOM, no Node, no React, no timer, no clock reading, no randomness. */
  readonly isPure: boolean;
}

const pure = (folders: string, packages = ""): Place => ({ ...place(folders, packages), isPure: true });
const skin = (folders: string, packages = ""): Place => ({ ...place(folders, packages), isPure: false });

/**
 * Imports point up this list only. A file belongs to the row with the longest path that it starts with, so the row
 * `transport` is the contract alone, and what no row names, no file may import.
 */
export const table: Readonly<Record<string, Place>> = {
  signal: pure(""),
  clock: pure(""),
  store: pure(""),
  board: pure("signal", "immer fractional-indexing"),
  picture: pure("signal board", "roughjs perfect-freehand"),
  editing: pure("signal board", "fractional-indexing"),
  document: pure("signal board editing"),
  tape: pure("signal board", "fflate"),
  player: pure("signal clock store board tape"),
  room: pure("signal clock board tape"),

  transport: skin("signal tape", "@noble/hashes/*"),
  "transport/memory": skin("signal clock tape room transport"),
  "transport/file": skin("signal tape transport"),
  "transport/websocket": skin("signal tape transport"),
  client: skin("signal clock store board editing document tape player transport"),

  canvas: skin("signal clock store board picture editing"),
  "canvas/out": skin("signal board picture editing document canvas", "fontkit jspdf svg2pdf.js"),
  video: skin("signal clock board picture document tape player client canvas canvas/out", "mediabunny"),
  pdf: skin("signal", "pdfjs-dist/*"),
  // A file that <Replay src> names needs no transport of the app's: what reads it is fetched when there is one.
  "react/replay/file": skin("signal store tape transport transport/file react", "react"),
  react: skin(
    "react/replay/file pdf video signal clock store board picture editing document tape player transport client canvas canvas/out",
    "react react/* react-dom react-dom/* radix-ui/* @tanstack/react-query lucide-react lucide-react/icons/*",
  ),
  site: skin("", "inktape inktape/memory inktape/websocket react react/* react-dom react-dom/* @tanstack/react-query"),

  "server/tokens": skin("signal", "jose zod"),
  "server/node": skin(
    "signal clock board picture tape room server/tokens server/node/cli",
    "node:* ws hono hono/* @hono/node-server @hono/node-server/* zod @photostructure/sqlite prom-client",
  ),
  "server/node/cli": skin("signal clock board tape transport/websocket server/tokens server/node", "node:* pino"),

  testing: skin("signal clock store board tape player room transport", "vitest"),
  "index.ts": skin(
    "signal clock store board picture editing document tape player transport client canvas canvas/out video react",
  ),
};

/** The files through which real time comes in. They are not pure, and no pure file may import them. */
export const doors: readonly string[] = ["clock/system.ts"];

/** The package's entries: they alone re-export, and only by name. */
export const entries = /^(index|transport\/[^/]+\/index|server\/[^/]+\/index|testing\/index)\.ts$/;

/** What a pure file must be given as an argument instead. */
export const outsideWorld: ReadonlySet<string> = new Set(
  [
    ["Date.now", "Date()", "new Date()", "performance"],
    ["Math.random", "crypto"],
    ["setTimeout", "setInterval", "setImmediate", "queueMicrotask", "requestAnimationFrame", "requestIdleCallback"],
    ["globalThis", "window", "self", "document", "navigator", "localStorage", "sessionStorage", "indexedDB"],
    ["global", "process", "Buffer", "require", "fetch", "WebSocket", "XMLHttpRequest", "BroadcastChannel", "Worker"],
  ].flat(),
);

/** A file longer than this holds two. */
export const MAX_LINES = 300;

function place(folders: string, packages: string): Omit<Place, "isPure"> {
  const words = (text: string) => text.split(" ").filter((word) => word !== "");
  return { folders: words(folders), packages: words(packages) };
}
