import { createHash } from "node:crypto";
import type { Board } from "../../src/board/board.js";
import { shapesOf } from "../../src/board/leaves.js";
import { InkRun } from "../../src/board/run.js";

/**
 * SHA-256 of what a board says, however the program arranges it in memory: so that a golden tape outlives changes to
 * {@link Board}. A part that boards get later must be left out here for tapes that are older than it.
 */
export function boardDigest(board: Board): string {
  const { seq, at, isRecording, pages, active, members, presence, shared, unknown, access } = board;
  const shapes = [...shapesOf(board)].sort((a, b) => a.id - b.id);
  const said = { seq, at, isRecording, pages: pagesOf(pages), shapes, active, members, presence, shared, unknown };
  return digest(Object.keys(access).length > 0 ? { ...said, access } : said);
}

/** Pages as they were before they could be locked and had paper; both are said besides. */
function pagesOf(pages: Board["pages"]): object {
  const said = Object.entries(pages).map(([id, { isLocked, paper, ...page }]) => [
    id,
    { ...page, ...(isLocked && { isLocked }), ...(paper && { paper }) },
  ]);
  return Object.fromEntries(said);
}

function digest(said: object): string {
  return createHash("sha256")
    .update(JSON.stringify(canonical(said)))
    .digest("hex");
}

function canonical(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof InkRun) return canonical(value.batches().map(({ at, batch }) => ({ at, batch })));
  if (value instanceof Uint8Array || value instanceof Int32Array) return [...value];
  if (Array.isArray(value)) return value.map(canonical);
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([name, inner]) => [name, canonical(inner)]);
}
