import type { Entry } from "../signal/entry.js";
import type { Millis } from "../signal/ids.js";
import type { SignalType } from "../signal/signal.js";
import { lastIndexWhere } from "../tape/search.js";
import type { BlockRef } from "../tape/timeline.js";

/** Changes by one member that follow each other faster than this are one: a shape being dragged. In milliseconds. */
export const GESTURE_MS = 100;
/** So many blocks are looked through for a stop; when they have none, the far end of the last one is taken for one. */
const MAX_BLOCKS = 32;

/** Changes of the board that are whole in one entry. A stroke is many entries, and ends with its own. */
const CHANGES: ReadonlySet<SignalType> = new Set<SignalType>([
  "shape.add",
  "shape.set",
  "shapes.move",
  "shapes.scale",
  "shapes.rotate",
  "shapes.remove",
  "page.add",
  "page.set",
  "page.remove",
  "page.paper",
  "page.lock",
  "state.set",
]);

/** Gives all entries of these blocks, which follow each other; null while some are not loaded. */
export type ReadBlocks = (blocks: readonly BlockRef[]) => readonly Entry[] | null;

/**
 * The wall time of the first stop after `wall` (`by` 1), or of the last one before it (-1). A stop is the end of a
 * stroke, and the last change of a run in which one member makes the next within {@link GESTURE_MS}. "none": there is no
 * further one; null: that cannot be said before more is loaded.
 */
export function findStop(
  blocks: readonly BlockRef[],
  wall: Millis,
  by: 1 | -1,
  read: ReadBlocks,
): Millis | "none" | null {
  const here = Math.max(
    0,
    lastIndexWhere(blocks, ({ from }) => from <= wall),
  );
  return by > 0 ? stopAfter(blocks, wall, here, read) : stopBefore(blocks, wall, here, read);
}

function stopAfter(blocks: readonly BlockRef[], wall: Millis, here: number, read: ReadBlocks): Millis | "none" | null {
  for (let last = here; last < blocks.length; last++) {
    const entries = read(blocks.slice(here, last + 1));
    if (!entries) return null;
    const stop = entries.findIndex((entry, index) => entry.at > wall && isStop(entries, index));
    const at = entries[stop]?.at;
    const next = blocks[last + 1]?.from ?? Number.POSITIVE_INFINITY;
    if (at !== undefined && next - at >= GESTURE_MS) return at;
    if (at === undefined && last - here + 1 >= MAX_BLOCKS) return (blocks[last] as BlockRef).to;
  }
  return "none";
}

function stopBefore(blocks: readonly BlockRef[], wall: Millis, here: number, read: ReadBlocks): Millis | "none" | null {
  // What goes on right after `wall` belongs to a run that is not over there.
  const end = lastIndexWhere(blocks, ({ from }) => from < wall + GESTURE_MS) + 1;
  for (let first = here; first >= 0; first--) {
    const entries = read(blocks.slice(first, end));
    if (!entries) return null;
    const stop = entries.findLastIndex((entry, index) => entry.at < wall && isStop(entries, index));
    const at = entries[stop]?.at;
    if (at !== undefined) return at;
    if (here - first + 1 >= MAX_BLOCKS) return (blocks[first] as BlockRef).from;
  }
  return "none";
}

function isStop(entries: readonly Entry[], index: number): boolean {
  const { signal, by, at } = entries[index] as Entry;
  if (signal.type === "ink.end") return true;
  if (!CHANGES.has(signal.type)) return false;
  for (let later = index + 1; later < entries.length; later++) {
    const next = entries[later] as Entry;
    if (next.at - at >= GESTURE_MS) return true;
    if (next.by === by && CHANGES.has(next.signal.type)) return false;
  }
  return true;
}
