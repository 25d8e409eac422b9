import type { Board } from "./board.js";
import { InkRun } from "./run.js";
import type { Json } from "../signal/signal.js";

/**
 * The board as JSON, in one form only: keys sorted, arrays of numbers as lists. Two boards are the same exactly when
 * the texts of their plain forms are.
 */
export function plainBoard(board: Board): Json {
  return plain(board);
}

function plain(value: unknown): Json {
  if (value === undefined || value === null) return null;
  if (value instanceof InkRun) return value.batches().map(({ at, batch }) => ({ at, batch: Array.from(batch) }));
  if (ArrayBuffer.isView(value)) return Array.from(value as Int32Array | Uint8Array);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object") return value as Json;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, plain(inner)]));
}
